"""Curves and shapes that every part of the generator draws with. All in metres."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import shapely
import shapely.ops
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiLineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from commandcenter.geo.training.plan import Line


def smooth(points: Line, *, step_m: float = 40.0, closed: bool = False) -> Line:
    """Return a centripetal Catmull-Rom curve through the points, sampled about every `step_m`.

    Source: Yuksel, Schaefer, Keyser: Parameterization and applications of Catmull-Rom curves (2011).
    """
    ring = (
        np.vstack([points[-1], points, points[0], points[1]])
        if closed
        else np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    )
    pieces = []
    for p0, p1, p2, p3 in zip(ring[:-3], ring[1:-2], ring[2:-1], ring[3:], strict=True):
        knots = np.cumsum([0.0, *(max(np.hypot(*(b - a)), 1e-6) ** 0.5 for a, b in ((p0, p1), (p1, p2), (p2, p3)))])
        count = max(2, int(np.hypot(*(p2 - p1)) / step_m))
        t = np.linspace(knots[1], knots[2], count, endpoint=False)[:, None]
        a1 = (knots[1] - t) / (knots[1] - knots[0]) * p0 + (t - knots[0]) / (knots[1] - knots[0]) * p1
        a2 = (knots[2] - t) / (knots[2] - knots[1]) * p1 + (t - knots[1]) / (knots[2] - knots[1]) * p2
        a3 = (knots[3] - t) / (knots[3] - knots[2]) * p2 + (t - knots[2]) / (knots[3] - knots[2]) * p3
        b1 = (knots[2] - t) / (knots[2] - knots[0]) * a1 + (t - knots[0]) / (knots[2] - knots[0]) * a2
        b2 = (knots[3] - t) / (knots[3] - knots[1]) * a2 + (t - knots[1]) / (knots[3] - knots[1]) * a3
        pieces.append((knots[2] - t) / (knots[2] - knots[1]) * b1 + (t - knots[1]) / (knots[2] - knots[1]) * b2)
    last = points[:1] if closed else points[-1:]
    return np.vstack([*pieces, last])


def resample(line: Line, step_m: float) -> Line:
    """Return points at even distances along a line, ends kept."""
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    at = np.linspace(0.0, along[-1], max(2, round(along[-1] / step_m) + 1))
    return np.column_stack([np.interp(at, along, line[:, 0]), np.interp(at, along, line[:, 1])])


def normals(line: Line) -> Line:
    """Return unit normals (to the left) at each point."""
    tangent = np.gradient(line, axis=0)
    length = np.hypot(tangent[:, 0], tangent[:, 1])[:, None]
    tangent = tangent / np.where(length == 0, 1.0, length)
    return np.column_stack([-tangent[:, 1], tangent[:, 0]])


def rough(count: int, rng: np.random.Generator, *, octaves: int = 5, start: int = 4) -> NDArray[np.float64]:
    """Return periodic one-dimensional fractal noise in about −1 … 1."""
    total = np.zeros(count)
    position = np.arange(count) / count
    for octave in range(octaves):
        knots = rng.uniform(-1, 1, start * 2**octave)
        at = position * len(knots)
        low = at.astype(int)
        blend = 0.5 - 0.5 * np.cos(np.pi * (at - low))
        total += 0.5**octave * (knots[low % len(knots)] * (1 - blend) + knots[(low + 1) % len(knots)] * blend)
    return total


def blob(centre: tuple[float, float], radii: tuple[float, float], turn_deg: float, rng: np.random.Generator, *, wobble: float = 0.18) -> Polygon:
    """Return a rounded irregular patch, as parks and lakes have."""
    count = 36
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False)
    stretch = 1 + wobble * rough(count, rng, octaves=3, start=3)
    x, y = radii[0] * stretch * np.cos(angle), radii[1] * stretch * np.sin(angle)
    cos, sin = np.cos(np.radians(turn_deg)), np.sin(np.radians(turn_deg))
    return Polygon(np.column_stack([centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos]))


def bow(start: NDArray[np.float64], end: NDArray[np.float64], sag: float, count: int = 7) -> Line:
    """Return a quadratic curve from start to end whose middle is moved by `sag` of its length to the left."""
    across = end - start
    control = (start + end) / 2 + 2 * sag * np.array([-across[1], across[0]])
    t = np.linspace(0, 1, count)[:, None]
    return np.asarray((1 - t) ** 2 * start + 2 * t * (1 - t) * control + t**2 * end)


def polygons_of(shape: BaseGeometry, min_area_m2: float = 0.0) -> list[Polygon]:
    """Return all polygons in any geometry, largest first."""
    if isinstance(shape, Polygon):
        return [shape] if shape.area > min_area_m2 else []
    parts = shapely.get_parts(shapely.get_parts(shape))
    parts = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
    areas = shapely.area(parts)
    order = np.argsort(-areas, kind="stable")
    return list(parts[order[areas[order] > min_area_m2]])


def lines_of(shape: BaseGeometry, min_length_m: float = 0.0) -> list[LineString]:
    """Return all line strings in any geometry."""
    return [line for line in _lines(shapely.get_parts(shape)) if line.length > min_length_m]


def _lines(parts: Iterable[BaseGeometry]) -> Iterator[LineString]:
    for part in parts:
        if isinstance(part, MultiLineString):
            yield from part.geoms
        elif isinstance(part, LineString):
            yield part


def part_of(line: LineString, start_m: float, end_m: float) -> LineString:
    """Return the part of a line between two distances along it."""
    part = shapely.ops.substring(line, start_m, end_m)
    return part if isinstance(part, LineString) else LineString([part, part])


def simpler(line: LineString, tolerance_m: float) -> LineString:
    """Return the line without needless points."""
    return LineString(line.simplify(tolerance_m).coords)


def merged(lines: Iterable[LineString | Line]) -> list[LineString]:
    """Join lines that meet end to end."""
    return lines_of(shapely.line_merge(MultiLineString([np.asarray(line.coords) if isinstance(line, LineString) else line for line in lines])))


def corners_of(shape: Polygon) -> Line:
    """Return the five corners of the smallest rectangle around a shape."""
    rectangle = shapely.oriented_envelope(shape)
    return np.asarray(rectangle.exterior.coords if isinstance(rectangle, Polygon) else [rectangle.coords[0]] * 5, dtype=np.float64)


def beside(line: LineString, offset_m: float) -> LineString:
    """Return the line that runs beside a line, to the left for positive offsets; the longest where it falls apart."""
    return max(lines_of(line.offset_curve(offset_m)), key=lambda part: part.length)


def stretch_ends(line: Line, by_m: float) -> Line:
    """Make a line longer at both ends, straight on, so that it surely reaches what it should meet."""
    first, last = line[0] - line[1], line[-1] - line[-2]
    first, last = first / max(np.hypot(*first), 1e-9), last / max(np.hypot(*last), 1e-9)
    return np.vstack([line[0] + first * by_m, line, line[-1] + last * by_m])


def spot(at: tuple[float, float] | Line) -> Point:
    """Return a point."""
    return Point(float(at[0]), float(at[1]))
