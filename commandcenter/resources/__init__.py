"""What can be sent: types, units, crews, supplies, depots, facilities, status rules, CSV import."""
