"""The map: one folium page in QtWebEngine, offline and locked down, fed by deltas."""
