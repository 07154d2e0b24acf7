/** Triangles to trace against: `position` xyz a vertex in metres, `index` three vertices a triangle. */
export interface TriangleSoup {
  readonly position: Float32Array
  readonly index: Uint32Array
}

/** A bounding volume hierarchy in flat, shareable arrays. */
export interface TreeArrays {
  /** Twelve numbers a node: of its left and its right child the lowest and the highest corner. */
  readonly boxes: Float32Array
  /** Four a node: left child or -1 for a leaf, first triangle, triangle count, right child. */
  readonly links: Int32Array
  /** Nine a triangle, in tree order: a corner and two edges. */
  readonly corners: Float32Array
  /** The soup's number of each triangle, in tree order. */
  readonly order: Int32Array
}

const bins = 16
const leafSize = 2
type Box = Float64Array

/**
 * Builds a tree by binned surface area heuristic (Wald 2007): splits where the expected number of triangle
 * tests is lowest.
 */
export function buildTriangleTree({ position, index }: TriangleSoup): TreeArrays {
  const count = index.length / 3
  const bounds = triangleBounds(position, index)
  const order = Int32Array.from({ length: count }, (_, i) => i)
  const boxes: number[] = []
  const links: number[] = []
  const centre = (triangle: number, axis: number) =>
    ((bounds[triangle * 6 + axis] ?? 0) + (bounds[triangle * 6 + 3 + axis] ?? 0)) / 2

  const build = (start: number, end: number): number => {
    const node = links.length / 4
    const [around, centres] = bound(start, end)
    boxes.push(...around)
    links.push(-1, start, end - start, -1)
    if (end - start <= leafSize) return node
    const split = cheapestSplit(start, end, centres)
    if (!split || (split.cost > area(around) * (end - start) && end - start <= 6)) return node
    const middle = partition(start, end, split.axis, split.at)
    if (middle === start || middle === end) return node
    links[node * 4] = build(start, middle)
    links[node * 4 + 3] = build(middle, end)
    links[node * 4 + 2] = 0
    return node
  }

  const bound = (start: number, end: number): [Box, Box] => {
    const around = emptyBox()
    const centres = emptyBox()
    for (let i = start; i < end; i++) {
      const triangle = order[i] ?? 0
      grow(around, bounds, triangle * 6)
      for (let axis = 0; axis < 3; axis++) {
        const at = centre(triangle, axis)
        centres[axis] = Math.min(centres[axis] ?? 0, at)
        centres[axis + 3] = Math.max(centres[axis + 3] ?? 0, at)
      }
    }
    return [around, centres]
  }

  const cheapestSplit = (start: number, end: number, centres: Box) => {
    let best: { axis: number; at: number; cost: number } | undefined
    for (let axis = 0; axis < 3; axis++) {
      const low = centres[axis] ?? 0
      const width = (centres[axis + 3] ?? 0) - low
      if (width < 1e-7) continue
      const counts = new Int32Array(bins)
      const binBoxes = Array.from({ length: bins }, emptyBox)
      for (let i = start; i < end; i++) {
        const triangle = order[i] ?? 0
        const bin = Math.min(bins - 1, Math.floor(((centre(triangle, axis) - low) / width) * bins))
        counts[bin] = (counts[bin] ?? 0) + 1
        grow(binBoxes[bin] ?? emptyBox(), bounds, triangle * 6)
      }
      const after = sweep([...binBoxes].reverse(), [...counts].reverse())
      const before = sweep(binBoxes, [...counts])
      for (let bin = 0; bin < bins - 1; bin++) {
        const cost = (before[bin] ?? 0) + (after[bins - 2 - bin] ?? 0)
        if (cost > 0 && cost < (best?.cost ?? Number.POSITIVE_INFINITY))
          best = { axis, at: low + (width * (bin + 1)) / bins, cost }
      }
    }
    return best
  }

  const partition = (start: number, end: number, axis: number, at: number): number => {
    let i = start
    let j = end - 1
    while (i <= j) {
      const triangle = order[i] ?? 0
      if (centre(triangle, axis) < at) i++
      else {
        order[i] = order[j] ?? 0
        order[j] = triangle
        j--
      }
    }
    return i
  }

  build(0, count)
  return {
    boxes: childBoxes(boxes, links),
    links: shared(Int32Array, links),
    corners: cornersAndEdges(position, index, order),
    order: shared(Int32Array, order),
  }
}

/** A ray is held against both children of a node at once, so their boxes lie together. */
function childBoxes(boxes: readonly number[], links: readonly number[]): Float32Array {
  const together = shared(Float32Array, new Float32Array(boxes.length * 2))
  for (let node = 0; node < links.length / 4; node++) {
    const left = links[node * 4] ?? -1
    if (left < 0) continue
    for (const [i, child] of [left, links[node * 4 + 3] ?? 0].entries())
      together.set(boxes.slice(child * 6, child * 6 + 6), node * 12 + i * 6)
  }
  return together
}

/** Area times count of everything up to each bin. */
function sweep(boxes: readonly Box[], counts: readonly number[]): number[] {
  const all = emptyBox()
  let count = 0
  return boxes.map((box, bin) => {
    if (counts[bin]) grow(all, box, 0)
    count += counts[bin] ?? 0
    return count ? area(all) * count : Number.POSITIVE_INFINITY
  })
}

function triangleBounds(position: Float32Array, index: Uint32Array): Float32Array {
  const bounds = new Float32Array(index.length * 2)
  for (let triangle = 0; triangle < index.length / 3; triangle++) {
    const box = emptyBox()
    for (let k = 0; k < 3; k++) {
      const at = (index[triangle * 3 + k] ?? 0) * 3
      const [x = 0, y = 0, z = 0] = position.subarray(at, at + 3)
      grow(box, [x, y, z, x, y, z], 0)
    }
    bounds.set(box, triangle * 6)
  }
  return bounds
}

function cornersAndEdges(position: Float32Array, index: Uint32Array, order: Int32Array): Float32Array {
  const corners = shared(Float32Array, new Float32Array(order.length * 9))
  order.forEach((triangle, i) => {
    const [a = 0, b = 0, c = 0] = index.subarray(triangle * 3, triangle * 3 + 3)
    for (let axis = 0; axis < 3; axis++) {
      const corner = position[a * 3 + axis] ?? 0
      corners[i * 9 + axis] = corner
      corners[i * 9 + 3 + axis] = (position[b * 3 + axis] ?? 0) - corner
      corners[i * 9 + 6 + axis] = (position[c * 3 + axis] ?? 0) - corner
    }
  })
  return corners
}

function emptyBox(): Box {
  return Float64Array.of(1e9, 1e9, 1e9, -1e9, -1e9, -1e9)
}

function grow(box: Box, by: ArrayLike<number>, from: number): void {
  for (let axis = 0; axis < 3; axis++) {
    box[axis] = Math.min(box[axis] ?? 0, by[from + axis] ?? 0)
    box[axis + 3] = Math.max(box[axis + 3] ?? 0, by[from + 3 + axis] ?? 0)
  }
}

function area(box: Box): number {
  const [x0 = 0, y0 = 0, z0 = 0, x1 = 0, y1 = 0, z1 = 0] = box
  const x = x1 - x0
  const y = y1 - y0
  const z = z1 - z0
  return x * y + y * z + z * x
}

/** A copy in memory that worker threads can read. */
export function shared<A extends Float32Array | Int32Array>(
  kind: { new (buffer: SharedArrayBuffer): A },
  values: ArrayLike<number>,
): A {
  const copy = new kind(new SharedArrayBuffer(values.length * 4))
  copy.set(values)
  return copy
}
