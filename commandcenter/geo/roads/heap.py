"""A 4-ary heap of 64-bit keys in one array, compiled.

A key is `milliseconds << 32 | code`: equal times come out in the order of their codes, so answers never depend on
the order of insertion. Four children share one cache line (LaMarca & Ladner 1996, "The influence of caches on the
performance of heaps").
"""

from __future__ import annotations

from commandcenter.geo.roads.jit import compiled, inlined
from commandcenter.geo.roads.layout import Longs


@inlined
def push(heap: Longs, size: int, key: int) -> int:
    """Add a key; returns the new size."""
    hole = size
    while hole > 0:
        parent = (hole - 1) >> 2
        if heap[parent] <= key:
            break
        heap[hole] = heap[parent]
        hole = parent
    heap[hole] = key
    return size + 1


@compiled
def drop_first(heap: Longs, size: int) -> int:
    """Remove the smallest key, `heap[0]`; returns the new size."""
    size -= 1
    key = heap[size]
    hole = 0
    while True:
        child = (hole << 2) + 1
        if child >= size:
            break
        least, value = child, heap[child]
        for other in range(child + 1, min(child + 4, size)):
            if heap[other] < value:
                least, value = other, heap[other]
        if value >= key:
            break
        heap[hole] = value
        hole = least
    heap[hole] = key
    return size
