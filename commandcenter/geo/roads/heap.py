"""A 4-ary heap of 64-bit keys in one array, compiled.

A key is `milliseconds << 32 | code`: equal times come out in the order of their codes, so answers never depend on
the order of insertion. Four children make a flatter heap whose siblings lie in one or two cache lines (LaMarca &
Ladner, "The influence of caches on the performance of heaps", ACM Journal of Experimental Algorithmics 1, 1996).
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
    """Remove the smallest key, `heap[0]`; returns the new size.

    The hole goes down to the bottom along the smallest children, and the last key rises from there ("bottom-up
    heapsort"): it nearly always belongs near the bottom, and the comparisons on the way need no branches.
    """
    size -= 1
    key = heap[size]
    hole, child = 0, 1
    while child + 3 < size:
        left = child + (heap[child + 1] < heap[child])
        right = child + 2 + (heap[child + 3] < heap[child + 2])
        least = left + (right - left) * (heap[right] < heap[left])
        heap[hole] = heap[least]
        hole = least
        child = (hole << 2) + 1
    if child < size:
        least = child
        for other in range(child + 1, size):
            if heap[other] < heap[least]:
                least = other
        heap[hole] = heap[least]
        hole = least
    push(heap, hole, key)
    return size
