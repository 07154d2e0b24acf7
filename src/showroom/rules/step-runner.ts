import type { SceneId } from '../../contract/ids.ts'
import type { Clock } from '../clock.ts'
import type { Condition } from './condition.ts'
import type { Step } from './rule.ts'

/** What steps act upon. */
export interface Stage {
  readonly clock: Clock
  set(step: Extract<Step, { set: unknown }>): void
  play(scene: SceneId): void
  holds(condition: Condition): boolean
}

/**
 * Carries out a rule's steps, in order and side by side. It moves on when its clock does and when `look` tells that
 * something changed; the same times and the same changes give the same steps.
 */
export class StepRunner {
  private readonly stage: Stage
  private readonly waiting = new Set<() => void>()
  private readonly looking = new Set<() => void>()
  private stopped = false
  private done: () => void = () => {}

  constructor(stage: Stage) {
    this.stage = stage
  }

  /** Runs the steps; `done` is called once when the last is over, unless they are stopped before. */
  start(steps: readonly Step[], done: () => void): void {
    this.done = done
    this.list(steps, 0, done)
  }

  /** Something in the room changed: who waits for it looks again. */
  look(): void {
    if (this.looking.size === 0) return
    for (const again of [...this.looking]) if (this.looking.has(again)) again()
  }

  stop(): void {
    this.stopped = true
    for (const callOff of this.waiting) callOff()
    this.waiting.clear()
    this.looking.clear()
  }

  private list(steps: readonly Step[], index: number, done: () => void): void {
    const step = steps[index]
    if (this.stopped) return
    if (step === undefined) done()
    else this.one(step, () => this.list(steps, index + 1, done))
  }

  private one(step: Step, done: () => void): void {
    if ('set' in step) {
      this.stage.set(step)
      done()
    } else if ('play' in step) {
      this.stage.play(step.play)
      done()
    } else if ('wait' in step) {
      this.after(step.wait, done)
    } else if ('together' in step) {
      this.together(step.together, done)
    } else if ('if' in step) {
      this.list(this.stage.holds(step.if) ? step.do : step.else, 0, done)
    } else {
      this.waitFor(step, done)
    }
  }

  private together(lists: readonly (readonly Step[])[], done: () => void): void {
    let running = lists.length
    for (const steps of lists) {
      this.list(steps, 0, () => {
        running -= 1
        if (running === 0) done()
      })
    }
  }

  private waitFor(step: Extract<Step, { waitFor: unknown }>, done: () => void): void {
    if (this.stage.holds(step.waitFor)) {
      done()
      return
    }
    const again = () => {
      if (!this.stage.holds(step.waitFor)) return
      callOff()
      this.looking.delete(again)
      done()
    }
    const callOff = this.after(step.atMost, () => {
      this.looking.delete(again)
      if (step.otherwise === 'go-on') {
        done()
        return
      }
      this.stop()
      this.done()
    })
    this.looking.add(again)
  }

  private after(delayMs: number, task: () => void): () => void {
    if (this.stopped) return () => {}
    const callOff = this.stage.clock.after(delayMs, () => {
      this.waiting.delete(callOff)
      task()
    })
    this.waiting.add(callOff)
    return () => {
      this.waiting.delete(callOff)
      callOff()
    }
  }
}
