import type { Point } from '../shopper/picture-touch.ts'

/** Who touched the screen before the page could answer. */
export interface EarlyTouches {
  /** Where fingers came down, the first one first; CSS pixels on the page. */
  readonly places: readonly Point[]
  /** Whether the first of them came down on the page before this one, which rested. */
  readonly handedOver: boolean
  /** Whether anybody gave a sign at all, by a finger or a key. */
  readonly somebody: boolean
}

declare global {
  interface Window {
    /** Ends the keeping of `public/first-touch.js`, which begins before this page's code is there. */
    takeEarlyTouches?: () => EarlyTouches
  }
}

/** From here on the page sees touches by itself. */
export function takeEarlyTouches(): EarlyTouches {
  return window.takeEarlyTouches?.() ?? { places: [], handedOver: false, somebody: false }
}

/** Hands a finger over to the page that comes after this one in the same window, which takes it away from there at once. */
export function handOver({ x, y }: Point): void {
  sessionStorage.setItem('finger', `${Math.round(x)},${Math.round(y)}`)
}
