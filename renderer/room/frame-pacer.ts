/** Sharpness to choose from, as a fraction of the screen's own. */
const steps = [1, 0.67, 0.5] as const
/** A frame that comes this long after it was asked for is late: one of thirty a second, with room to spare. */
const lateMs = 42
/** So many late frames in a row lower the sharpness. */
const patience = 6
/** So many frames of one movement, none of them late, and the next one may be sharper. */
const proof = 30

/** Lowers the sharpness of moving pictures while frames run late; raises it between movements, never in one. */
export class FramePacer {
  private step = 0
  private late = 0
  private frames = 0
  private anyLate = false

  /** The sharpness for moving pictures, 0..1. */
  get sharpness(): number {
    return steps[this.step] ?? 0.5
  }

  /** A frame of a movement came `waitedMs` after it was asked for. */
  frame(waitedMs: number): void {
    const late = waitedMs > lateMs
    this.frames++
    this.anyLate ||= late
    this.late = late ? this.late + 1 : 0
    if (this.late < patience || this.step === steps.length - 1) return
    this.step++
    this.late = 0
  }

  /** The movement is over. */
  rest(): void {
    if (this.frames >= proof && !this.anyLate && this.step > 0) this.step--
    this.late = 0
    this.frames = 0
    this.anyLate = false
  }
}
