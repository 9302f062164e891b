"""Region packs: OSM import, road graph, travel times, basemap geometry, search. No Qt."""
