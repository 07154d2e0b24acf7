import type { Clock } from '../clock.ts'
import type { DeviceDriver } from '../driver.ts'

/** An end that the radio did not take is tried again this often. */
const againMs = 1000

export interface JoiningDoorParts {
  readonly driver: DeviceDriver
  readonly clock: Clock
  /** Whether there is a dongle: without one nobody can join. */
  readonly isOnline: () => boolean
  /** It was opened, closed, or could not be closed. */
  readonly moved: () => void
}

/** What became of the wish to open it. */
export type Opening = 'open' | 'no-dongle' | 'not-taken'

/** Whether devices may join. What it says is what is so: it is closed only when the radio has taken that, or time is up. */
export class JoiningDoor {
  private readonly parts: JoiningDoorParts
  private turn: Promise<void> = Promise.resolve()
  private openUntilMs: number | null = null
  private resists = false
  private callOffEnd: () => void = () => {}
  private callOffAgain: () => void = () => {}

  constructor(parts: JoiningDoorParts) {
    this.parts = parts
  }

  /** On the showroom's clock; null while nobody may join. */
  get untilMs(): number | null {
    return this.openUntilMs
  }

  get isOpen(): boolean {
    return this.openUntilMs !== null
  }

  /** Staff have closed it and the radio did not take that: it is tried again until it does. */
  get isStuck(): boolean {
    return this.resists
  }

  stop(): void {
    this.callOffEnd()
    this.callOffAgain()
  }

  open(seconds: number): Promise<Opening> {
    return this.inTurn(async () => {
      this.callOffAgain()
      try {
        await this.parts.driver.openForJoining(seconds)
      } catch {
        const isOnline = this.parts.isOnline()
        // Lamps may have heard of it before the radio had no more room: then it is open until they hear otherwise.
        if (isOnline) this.lasts(seconds)
        await this.end()
        return isOnline ? 'not-taken' : 'no-dongle'
      }
      this.lasts(seconds)
      this.resists = false
      this.parts.moved()
      return 'open'
    })
  }

  close(): Promise<void> {
    return this.inTurn(() => this.end())
  }

  private lasts(seconds: number): void {
    const { clock } = this.parts
    this.openUntilMs = clock.now() + seconds * 1000
    this.callOffEnd()
    this.callOffEnd = clock.after(seconds * 1000, () => this.isClosed())
  }

  private async end(): Promise<void> {
    const { driver, clock } = this.parts
    this.callOffAgain()
    try {
      await driver.openForJoining(0)
      this.isClosed()
    } catch {
      if (this.openUntilMs === null) return
      this.resists = true
      this.callOffAgain = clock.after(againMs, () => void this.close())
      this.parts.moved()
    }
  }

  private isClosed(): void {
    this.stop()
    this.resists = false
    if (this.openUntilMs === null) return
    this.openUntilMs = null
    this.parts.moved()
  }

  /** The radio takes a moment for each: one after the other. */
  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.turn.then(task)
    this.turn = done.then(() => {})
    return done
  }
}
