"""The situation report: drafted from the log, finished by a person."""
