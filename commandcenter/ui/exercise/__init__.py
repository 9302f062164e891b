"""Windows of an exercise: control, evaluation, the guide, the choice of a scenario."""
