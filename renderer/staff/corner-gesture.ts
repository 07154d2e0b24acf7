/** The two corners that lead to the staff's pages, one after the other. */
export type Corner = 'top-left' | 'bottom-right'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** How far from a corner a finger may come down, CSS pixels. */
const reachPx = 96
/** The second corner must be touched this soon after the first was held. */
const pauseMs = 5000

/** The corner that a finger is in; null in the middle, and in the two others. */
export function cornerAt({ x, y }: Point, { width, height }: Size): Corner | null {
  if (x < reachPx && y < reachPx) return 'top-left'
  return x > width - reachPx && y > height - reachPx ? 'bottom-right' : null
}

/**
 * The hidden way in: one finger holds a corner, then the opposite one, in whichever order, and touches nothing else on
 * the way. Told of each corner that was held long enough, it says whether the way is open.
 */
export class CornerGesture {
  private first: { readonly corner: Corner; readonly atMs: number } | null = null

  held(corner: Corner, nowMs: number): boolean {
    const isSecond = this.first !== null && this.first.corner !== corner && nowMs - this.first.atMs <= pauseMs
    this.first = isSecond ? null : { corner, atMs: nowMs }
    return isSecond
  }

  /** Something else was touched: whoever does that uses the screen, and does not look for the way in. */
  forget(): void {
    this.first = null
  }
}
