"""The incident panel: detail, recommendation, units, messages, timeline."""
