"""The roll-call of the crews at an incident (PAR): who has answered, who has not, who is missing."""
