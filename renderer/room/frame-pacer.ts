/** Sharpness to choose from, as a fraction of the screen's own. */
const steps = [1, 0.67, 0.5] as const
/** A frame that comes this long after the last is late: one of thirty a second, with room to spare. */
const lateMs = 42
/** So many late frames in a row lower the sharpness. */
const patience = 6

/** Lowers the picture's sharpness while frames run late, and never raises it in motion. */
export class FramePacer {
  private step = 0
  private late = 0
  private last: number | null = null

  /** The sharpness for moving pictures, 0..1. */
  get sharpness(): number {
    return steps[this.step] ?? 0.5
  }

  /** A frame of a running sequence is drawn at `nowMs`. */
  frame(nowMs: number): void {
    const gap = this.last === null ? 0 : nowMs - this.last
    this.last = nowMs
    this.late = gap > lateMs ? this.late + 1 : 0
    if (this.late < patience || this.step === steps.length - 1) return
    this.step++
    this.late = 0
  }

  /** Nothing moves any more: the gap until the next frame means nothing. */
  rest(): void {
    this.last = null
    this.late = 0
  }
}
