/** A fixture on the screen, in CSS pixels. */
export interface Target {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly radius: number
}

/**
 * The targets that a touch at (x, y) may mean, the likeliest first: those whose ball, or at least
 * `fingerRadius` around its middle, was hit, ordered by how near their middles are. CSS pixels.
 */
export function targetsAt<T extends Target>(
  targets: readonly T[],
  x: number,
  y: number,
  fingerRadius: number,
): T[] {
  return targets
    .map((target) => ({ target, distance: Math.hypot(target.x - x, target.y - y) }))
    .filter(({ target, distance }) => distance <= Math.max(target.radius, fingerRadius))
    .sort((a, b) => a.distance - b.distance)
    .map(({ target }) => target)
}
