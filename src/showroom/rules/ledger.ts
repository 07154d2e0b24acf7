import { factsKept, factsKeptMs, type UsedFact } from '../../contract/offer.ts'

/**
 * The facts that rules used, newest last: a ring in memory that nobody writes down. A fact stays in the room: it goes
 * nowhere else, and is forgotten after a while, or when newer ones need the place.
 */
export class Ledger {
  private facts: readonly UsedFact[] = []
  private count = 0
  private readonly announce: (fact: UsedFact) => void

  constructor(announce: (fact: UsedFact) => void = () => {}) {
    this.announce = announce
  }

  note(fact: Omit<UsedFact, 'number'>): void {
    this.count += 1
    const noted = { ...fact, number: this.count }
    this.facts = [...this.at(fact.atMs).slice(-(factsKept - 1)), noted]
    this.announce(noted)
  }

  /** What is still known at this moment. */
  at(nowMs: number): readonly UsedFact[] {
    this.facts = this.facts.filter(({ atMs }) => atMs > nowMs - factsKeptMs)
    return this.facts
  }
}
