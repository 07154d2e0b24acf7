import type { FixtureAim, Intent } from '../../src/contract/intent.ts'

/** So long a lamp may tell of where it passes by on its way, milliseconds: a fade, and the time to answer. */
const underWayMs = 3000

interface Wished {
  readonly aim: FixtureAim
  readonly atMs: number
}

/** What was wished of fixtures lately. A lamp that fades reports where it is; meant is where it goes. Times are of one clock. */
export class WishedAims {
  private readonly wished = new Map<string, Wished>()

  /** `now` is what the room's fixtures are, which a wish may change in part. */
  note(intent: Intent, now: readonly FixtureAim[], nowMs: number): void {
    if (intent.kind === 'play-scene' || intent.kind === 'play-rule' || intent.kind === 'end-rule')
      this.wished.clear()
    for (const aim of aimsWished(intent, now)) this.wished.set(aim.fixture, { aim, atMs: nowMs })
  }

  /** The same aims, as they were wished where that is not long ago. */
  meant(aims: readonly FixtureAim[], nowMs: number): FixtureAim[] {
    return aims.map((aim) => {
      const wished = this.wished.get(aim.fixture)
      return wished !== undefined && nowMs - wished.atMs < underWayMs ? wished.aim : aim
    })
  }

  clear(): void {
    this.wished.clear()
  }
}

function aimsWished(intent: Intent, now: readonly FixtureAim[]): readonly FixtureAim[] {
  if (intent.kind === 'arrange') return intent.aims
  if (!('fixture' in intent)) return []
  const before = now.find(({ fixture }) => fixture === intent.fixture)
  if (before === undefined) return []
  if (before.kind === 'blind')
    return intent.kind === 'move-blind' ? [{ ...before, openness: intent.openness }] : []
  if (intent.kind === 'switch') return [{ ...before, on: intent.on }]
  if (before.kind === 'plug') return []
  if (intent.kind === 'dim') return [{ ...before, on: true, brightness: intent.brightness }]
  return intent.kind === 'tint' ? [{ ...before, colour: intent.colour }] : []
}
