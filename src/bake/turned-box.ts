import type { Place } from '../../scenes/furniture/piece.ts'

/** An upright box, turned around its own upright axis by `turn` radians; `half` is half its size. */
export interface TurnedBox {
  readonly centre: Place
  readonly half: Place
  readonly turn: number
}

/** How far two boxes are inside each other along the way that would part them soonest, metres; 0 when apart. */
export function overlap(a: TurnedBox, b: TurnedBox): number {
  const [dx, dy, dz] = [b.centre[0] - a.centre[0], b.centre[1] - a.centre[1], b.centre[2] - a.centre[2]]
  let least = a.half[1] + b.half[1] - Math.abs(dy)
  if (least <= 0) return 0
  for (const turn of [a.turn, a.turn + Math.PI / 2, b.turn, b.turn + Math.PI / 2]) {
    const [x, z] = [Math.cos(turn), -Math.sin(turn)]
    const shared = reach(a, x, z) + reach(b, x, z) - Math.abs(dx * x + dz * z)
    if (shared <= 0) return 0
    least = Math.min(least, shared)
  }
  return least
}

/** Half of a box's shadow on a level axis. */
function reach({ half, turn }: TurnedBox, x: number, z: number): number {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  return half[0] * Math.abs(x * cos - z * sin) + half[2] * Math.abs(x * sin + z * cos)
}
