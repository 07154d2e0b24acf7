import type { Rgb } from '../../src/light/linear-colour.ts'

/** What has to be added up for the next light map: layers by their number. */
export interface MixStep {
  /** Layers to add up into the kept sum anew, or null when the one there is still true. */
  readonly kept: readonly number[] | null
  /** Layers to add to the kept sum. */
  readonly moving: readonly number[]
}

/** So many layers that have come to rest may go on being added each time: two fingers take turns. */
const mostIdle = 2

/**
 * Decides which layers are kept as one sum and which are added to it each time: those that change. So while a
 * finger dims one lamp a mix costs the same, however many others shine.
 */
export class MixPlan {
  private last: readonly Rgb[] | null = null
  private moving: ReadonlySet<number> = new Set()

  next(weights: readonly Rgb[]): MixStep {
    const changed = weights.flatMap((weight, i) => (same(weight, this.last?.[i]) ? [] : [i]))
    const idle = changed.length > 0 ? this.moving.size - changed.length : 0
    const stale = changed.some((i) => !this.moving.has(i)) || idle > mostIdle
    this.last = weights
    if (stale) this.moving = new Set(changed)
    const lit = weights.flatMap((weight, i) => (weight.some((value) => value > 0) ? [i] : []))
    return {
      kept: stale ? lit.filter((i) => !this.moving.has(i)) : null,
      moving: lit.filter((i) => this.moving.has(i)),
    }
  }
}

function same(a: Rgb, b: Rgb | undefined): boolean {
  return b !== undefined && a[0] === b[0] && a[1] === b[1] && a[2] === b[2]
}
