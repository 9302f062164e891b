"""Map geometry, compact and memory-mapped, for the tile painter."""
