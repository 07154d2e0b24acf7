import type { Intent } from '../../contract/intent.ts'
import type { Clock } from '../clock.ts'
import type { Scene } from '../scene.ts'
import type { Statistics } from './statistics.ts'

export interface VisitCounterParts {
  readonly statistics: Pick<Statistics, 'count' | 'stayed'>
  /** Those on the screen, staff's own too. */
  readonly scenes: () => readonly Scene[]
  readonly clock: Clock
}

/** What a visit adds to the counts. Nothing of the visit outlives it. */
export class VisitCounter {
  private readonly parts: VisitCounterParts
  private running: { readonly scene: string; readonly sinceMs: number } | null = null
  private seenMs = 0

  constructor(parts: VisitCounterParts) {
    this.parts = parts
  }

  /** Somebody asked for this, and it was accepted. */
  saw(intent: Intent): void {
    const { statistics, clock } = this.parts
    if (intent.kind === 'end-visit') return
    this.seenMs = clock.now()
    switch (intent.kind) {
      case 'stay':
        return
      case 'show-code':
        statistics.count(this.keyOf(intent.scene), 'codes')
        return
      case 'play-scene':
        this.leaveScene(this.seenMs)
        this.begin(this.keyOf(intent.scene))
    }
    statistics.count(this.running?.scene ?? null, 'touches')
  }

  /** Nobody has been here since they were seen last. */
  ended(): void {
    this.leaveScene(this.seenMs)
  }

  private begin(scene: string | null): void {
    if (scene === null) return
    this.parts.statistics.count(scene, 'tries')
    this.running = { scene, sinceMs: this.seenMs }
  }

  private leaveScene(atMs: number): void {
    const { running } = this
    this.running = null
    if (running !== null) this.parts.statistics.stayed(running.scene, atMs - running.sinceMs)
  }

  private keyOf(id: string): string | null {
    const scene = this.parts.scenes().find((candidate) => candidate.id === id)
    return scene === undefined ? null : `${scene.room}/${scene.id}`
  }
}
