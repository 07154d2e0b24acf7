/** A fixture on the screen, in CSS pixels. */
export interface Target {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** A finger hits what lies this near, however small it is: CSS pixels. */
const fingerRadius = 40

/** The target that a touch at (x, y) means: the nearest whose ball, or a finger's width around it, was hit. */
export function nearestTarget(targets: readonly Target[], x: number, y: number): string | null {
  let best: { id: string; distance: number } | null = null
  for (const target of targets) {
    const distance = Math.hypot(target.x - x, target.y - y)
    if (distance > Math.max(target.radius, fingerRadius)) continue
    if (!best || distance < best.distance) best = { id: target.id, distance }
  }
  return best?.id ?? null
}
