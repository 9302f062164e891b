"""Composition root: builds and wires everything, owns threads and lifetimes."""
