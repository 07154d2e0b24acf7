import { factsKept, factsKeptMs, type UsedFact } from '../../contract/offer.ts'
import type { Clock } from '../clock.ts'

export interface LedgerParts {
  readonly clock: Clock
  readonly noted: (fact: UsedFact) => void
  /** Facts up to this number are known no more: whoever passed them on forgets them too. */
  readonly forgotten: (lastNumber: number) => void
}

/**
 * The facts that rules used, newest last: a ring in memory that nobody writes down. A fact stays in the room: it goes
 * nowhere else, and is forgotten after a while, or when newer ones need the place.
 */
export class Ledger {
  private readonly parts: LedgerParts
  private facts: readonly UsedFact[] = []
  private count = 0
  private callOff: (() => void) | null = null

  constructor(parts: LedgerParts) {
    this.parts = parts
  }

  note(fact: Omit<UsedFact, 'number'>): void {
    this.count += 1
    const noted = { ...fact, number: this.count }
    this.facts = [...this.facts, noted]
    this.parts.noted(noted)
    if (this.facts.length > factsKept) this.forget(this.facts.slice(0, -factsKept))
    if (this.callOff === null) this.forgetLater()
  }

  /** Nobody needs to know any more. */
  forgetAll(): void {
    this.forget(this.facts)
  }

  /** What is still known. */
  all(): readonly UsedFact[] {
    return this.facts
  }

  stop(): void {
    this.callOff?.()
    this.callOff = null
  }

  private forgetLater(): void {
    const [oldest] = this.facts
    this.callOff = null
    if (oldest === undefined) return
    const { clock } = this.parts
    this.callOff = clock.after(oldest.atMs + factsKeptMs - clock.now(), () => {
      this.forget(this.facts.filter(({ atMs }) => atMs <= clock.now() - factsKeptMs))
      this.forgetLater()
    })
  }

  private forget(old: readonly UsedFact[]): void {
    const last = old.at(-1)
    if (last === undefined) return
    this.facts = this.facts.slice(old.length)
    this.parts.forgotten(last.number)
  }
}
