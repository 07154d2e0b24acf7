/** What a display offers to whoever draws on it; tests bring their own. */
export interface FrameHost {
  /** Milliseconds. */
  now(): number
  requestFrame(draw: () => void): number
  cancelFrame(request: number): void
}

export const display: FrameHost = {
  now: () => performance.now(),
  requestFrame: (draw) => requestAnimationFrame(draw),
  cancelFrame: (request) => cancelAnimationFrame(request),
}

/** What follows a frame by itself: the next at once, one soon since a small light still fades, or nothing. */
export type Sequel = 'next' | 'soon' | 'rest'

/** What is drawn, and when more is wanted. */
export interface FrameTasks {
  /** Draws the picture as it is now; `waitedMs` is how long the frame was in coming. */
  draw(waitedMs: number): Sequel
  /** Nothing has changed for a moment: draws the still picture one step better. False when it is as good as it gets. */
  refine(step: number): boolean
}

/** Milliseconds between pictures while nothing but a small light fades. */
const soonMs = 50
/** Milliseconds without change after which the picture is a still. */
const calmMs = 160

/** Draws when something changed and until it has come to rest, then refines the still, then stops. */
export class FrameLoop {
  private readonly tasks: FrameTasks
  private readonly host: FrameHost
  private readonly leastMs: number
  private request: { id: number; refines: boolean } | null = null
  private askedMs = 0
  private drawnMs = Number.NEGATIVE_INFINITY
  private timer: ReturnType<typeof setTimeout> | null = null
  private refined = 0
  private running = true
  private finished = false

  /** `leastMs` lie between two frames of a movement at least, and between the steps of a still; the first one comes at once. */
  constructor(tasks: FrameTasks, host: FrameHost = display, leastMs = 0) {
    this.tasks = tasks
    this.host = host
    this.leastMs = leastMs
  }

  /** Whether the still is as good as it gets, and nothing is about to be drawn. */
  get isStill(): boolean {
    return this.finished && this.request === null && this.timer === null
  }

  /** Something changed. */
  changed(): void {
    if (!this.running || (this.request !== null && !this.request.refines)) return
    this.forget()
    this.move()
  }

  stop(): void {
    this.running = false
    this.forget()
  }

  start(): void {
    this.running = true
    this.changed()
  }

  private move(): void {
    this.askIn(this.drawnMs + this.leastMs - this.host.now(), false)
  }

  private askIn(waitMs: number, refines: boolean): void {
    if (waitMs > 0) this.timer = setTimeout(() => this.ask(refines), waitMs)
    else this.ask(refines)
  }

  private ask(refines: boolean): void {
    this.timer = null
    this.finished = false
    this.askedMs = this.host.now()
    this.request = { id: this.host.requestFrame(refines ? this.onStill : this.onFrame), refines }
  }

  private forget(): void {
    if (this.request !== null) this.host.cancelFrame(this.request.id)
    if (this.timer !== null) clearTimeout(this.timer)
    this.request = null
    this.timer = null
  }

  private readonly onFrame = (): void => {
    this.request = null
    this.drawnMs = this.host.now()
    const sequel = this.tasks.draw(this.drawnMs - this.askedMs)
    // Drawing may itself have asked for more, or ended everything.
    if (!this.running || this.request !== null) return
    this.refined = 0
    if (sequel === 'next') this.move()
    else if (sequel === 'soon') this.askIn(Math.max(soonMs, this.leastMs), false)
    else this.askIn(Math.max(calmMs, this.leastMs), true)
  }

  private readonly onStill = (): void => {
    this.request = null
    const more = this.tasks.refine(this.refined)
    this.refined++
    if (!this.running || this.request !== null) return
    if (more) this.askIn(this.leastMs, true)
    else this.finished = true
  }
}
