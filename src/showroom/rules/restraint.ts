import type { RuleId } from '../../contract/ids.ts'
import type { Run } from '../precedence.ts'

/** A rule that starts more often than this within `busyMs` chases itself, or its sensor is broken. */
const startsWhileBusy = 8
const busyMs = 10_000
/** So often a rule may start as a consequence of its own starting: more is a circle, however slow. */
const roundsAllowed = 3
const restMs = 60_000
/** Staff are told of a rest until the rule has gone without one for so long. */
const calmMs = 10 * 60_000

/** Why a rule is left out for a while. */
export type RestReason = 'too-often' | 'round-and-round'

/** Keeps one rule from starting for ever. */
export class Restraint {
  private starts: number[] = []
  private restsUntilMs = Number.NEGATIVE_INFINITY
  private isTold = false

  /** Whether it may start now, rests already, or begins to. `rounds` is how often it stands among its own causes. */
  judge(rounds: number, nowMs: number): 'free' | 'rests' | RestReason {
    if (nowMs < this.restsUntilMs) return 'rests'
    if (rounds >= roundsAllowed) return this.rest('round-and-round', nowMs)
    this.starts = [...this.starts.filter((at) => at > nowMs - busyMs), nowMs]
    return this.starts.length > startsWhileBusy ? this.rest('too-often', nowMs) : 'free'
  }

  /** Whether the last rest is so long ago that staff need not be told of it any more; true once. */
  calmsDown(nowMs: number): boolean {
    if (!this.isTold || nowMs < this.restsUntilMs + calmMs) return false
    this.isTold = false
    return true
  }

  private rest(reason: RestReason, nowMs: number): RestReason {
    this.restsUntilMs = nowMs + restMs
    this.starts = []
    this.isTold = true
    return reason
  }
}

/** How often a rule stands among the causes that led to here. */
export function roundsOf(rule: RuleId, cause: Run | null): number {
  let rounds = 0
  for (let run = cause; run !== null; run = run.cause) if (run.rule === rule) rounds += 1
  return rounds
}
