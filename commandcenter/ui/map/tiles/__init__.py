"""Raster tiles of the basemap: painted on demand from a region's geometry, labelled, cached."""
