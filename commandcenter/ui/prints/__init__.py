"""Papers from the log: reports and ICS forms as paginated PDF, in the language in force, without a network."""
