/** A point on the picture, CSS pixels from its upper left corner. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Fingers are not still: less than this is a tap, more is a drag. About 6 mm on a kiosk's screen. */
const stillPx = 16
/** A drag over the whole width of the picture turns the view so far, in radians. */
const fullDrag = Math.PI / 2
/** Nobody turns the view further than this to either side; a room may allow less. */
const mostTurn = (35 * Math.PI) / 180

/** One finger on the picture: a tap means what it touches, a drag sideways turns the view. */
export class PictureTouch {
  private readonly start: Point
  private readonly azimuth: number
  private readonly width: number
  private dragging = false

  constructor(start: Point, azimuth: number, width: number) {
    this.start = start
    this.azimuth = azimuth
    this.width = Math.max(1, width)
  }

  /** The azimuth that the view shall have, or null while this may still become a tap. */
  moved(to: Point): number | null {
    if (Math.hypot(to.x - this.start.x, to.y - this.start.y) > stillPx) this.dragging = true
    if (!this.dragging) return null
    const wanted = this.azimuth - ((to.x - this.start.x) / this.width) * fullDrag
    return Math.min(mostTurn, Math.max(-mostTurn, wanted))
  }

  /** Where the tap was, or null when it was a drag. */
  lifted(): Point | null {
    return this.dragging ? null : this.start
  }
}
