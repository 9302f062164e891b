"""Who can be where in time, on the map: isochrones and coverage."""
