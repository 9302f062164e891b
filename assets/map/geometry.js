// Plain geometry of points on the canvas: [x, y] in pixels.

export function isArea(shape) {
  const last = shape[shape.length - 1];
  return shape.length > 3 && shape[0][0] === last[0] && shape[0][1] === last[1];
}

export function box(points) {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

// Centroid of a polygon (shoelace formula); the first point where it has no area.
export function middle(points) {
  let area = 0;
  let cx = 0;
  let cy = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    const [[x0, y0], [x1, y1]] = [points[i], points[i + 1]];
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    cx += (x0 + x1) * cross;
    cy += (y0 + y1) * cross;
  }
  return Math.abs(area) < 1 ? points[0] : [cx / (3 * area), cy / (3 * area)];
}

// The point half-way along a line.
export function along(points) {
  const lengths = points.slice(1).map(([x, y], i) => Math.hypot(x - points[i][0], y - points[i][1]));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (let i = 0; i < lengths.length; i++) {
    if (left <= lengths[i] && lengths[i] > 0) {
      const share = left / lengths[i];
      return [points[i][0] + share * (points[i + 1][0] - points[i][0]), points[i][1] + share * (points[i + 1][1] - points[i][1])];
    }
    left -= lengths[i];
  }
  return points[0];
}

export function inside(points, { x, y }) {
  let odd = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const [[xi, yi], [xj, yj]] = [points[i], points[j]];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}

export function nearLine(points, at, reach) {
  for (let i = 0; i + 1 < points.length; i++) {
    const distance = L.LineUtil.pointToSegmentDistance(L.point(at.x, at.y), L.point(points[i]), L.point(points[i + 1]));
    if (distance < reach) return true;
  }
  return false;
}
