"""Live days of the simulation again: `python -m tests.sim SEED …`."""

from __future__ import annotations

import sys

from tests.sim.world import World

if __name__ == "__main__":
    for seed in map(int, sys.argv[1:]):
        world = World(seed)
        world.run()
        print(f"seed {seed}: {len(world.nodes)} nodes, {len(world.written)} entries, {len(world.nodes[0].log.forks())} forks")
        print("\n".join(world.faults()) or "all is well")
