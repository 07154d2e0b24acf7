/** Everybody reaches what hangs this high, cm above the floor (EN 301 549, section 8.3; ADA 308: 15 to 48 inches). */
const lowestCm = 38
const highestCm = 122

export interface ReachInput {
  readonly inches: number
  readonly lowerEdgeCm: number
  /** CSS pixels of the page, which fills the screen. */
  readonly page: { readonly width: number; readonly height: number }
  /** Where the things to touch are, CSS pixels from the page's top. */
  readonly targets: { readonly top: number; readonly bottom: number }
}

export interface Reach {
  readonly fromCm: number
  readonly untilCm: number
  readonly verdict: 'good' | 'high' | 'low'
}

/** How high the lowest and the highest thing to touch hangs. */
export function reachOf({ inches, lowerEdgeCm, page, targets }: ReachInput): Reach {
  const cmPerPx = (inches * 2.54) / Math.hypot(page.width, page.height)
  const above = (y: number) => lowerEdgeCm + (page.height - y) * cmPerPx
  const [fromCm, untilCm] = [above(targets.bottom), above(targets.top)]
  const verdict = untilCm > highestCm ? 'high' : fromCm < lowestCm ? 'low' : 'good'
  return { fromCm, untilCm, verdict }
}
