/** A rectangle to find a place for, in texels. */
export interface Rectangle {
  readonly width: number
  readonly height: number
}

/**
 * Places for rectangles in a square of `size`: each goes where it can lie lowest, the highest first (the
 * skyline method). Null when they do not fit.
 */
export function pack(rectangles: readonly Rectangle[], size: number): { x: number; y: number }[] | null {
  const skyline = new Int32Array(size)
  const places = new Array<{ x: number; y: number }>(rectangles.length)
  const order = rectangles.map((_, i) => i).sort((a, b) => compare(rectangles[a], rectangles[b]) || a - b)
  for (const i of order) {
    const { width, height } = rectangles[i] ?? { width: 0, height: 0 }
    const place = lowest(skyline, width)
    if (!place || place.y + height > size) return null
    places[i] = place
    skyline.fill(place.y + height, place.x, place.x + width)
  }
  return places
}

function compare(a: Rectangle | undefined, b: Rectangle | undefined): number {
  return (b?.height ?? 0) - (a?.height ?? 0) || (b?.width ?? 0) - (a?.width ?? 0)
}

function lowest(skyline: Int32Array, width: number): { x: number; y: number } | null {
  let best: { x: number; y: number } | null = null
  for (let x = 0; x + width <= skyline.length; x++) {
    let y = 0
    let k = x
    for (; k < x + width; k++) {
      const height = skyline[k] as number
      if (height > y) y = height
      if (best && y >= best.y) break
    }
    if (k < x + width) {
      // No place that contains column k can lie lower.
      x = k
      continue
    }
    if (!best || y < best.y) best = { x, y }
  }
  return best
}
