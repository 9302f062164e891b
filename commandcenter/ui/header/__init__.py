"""The header: mode, region, command line, clock, sync, alarms, operator."""
