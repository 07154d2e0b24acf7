import type { BackupProblem, BackupsFound, Restartable } from '../../contract/staff/backup.ts'
import type { Clock } from '../clock.ts'
import type { PinDoor, SignIn } from './pin-door.ts'
import type { Host, Safekeeping, Saved } from './safekeeping.ts'

/** Whoever asked shall hear the answer before the service goes. */
const answeredMs = 500

/** Something of this kind is under way already, or the service is about to go. */
const busy = { kind: 'busy' } as const

const can = {
  shell: ['service', 'kiosk', 'desktop'],
  // Its window is not ours to close.
  browser: ['service'],
  none: [],
} as const satisfies Record<Host['kind'], readonly Restartable[]>

export interface KeepingDeskParts {
  readonly safe: Safekeeping
  readonly host: Host
  readonly door: PinDoor
  readonly clock: Clock
}

/** What staff do with the kiosk as a whole: keep it safe, move it, begin anew, start it anew, end it. */
export class KeepingDesk {
  private readonly parts: KeepingDeskParts
  private isWorking = false
  private isEnding = false

  constructor(parts: KeepingDeskParts) {
    this.parts = parts
  }

  find(): Promise<BackupsFound> {
    return this.parts.safe.find()
  }

  async save(folder: string, passphrase: string): Promise<Saved | typeof busy> {
    return await this.alone(() => this.parts.safe.save(folder, passphrase))
  }

  /** Null when it is under way: the service starts anew with what was in the backup. */
  async restore(folder: string, file: string, passphrase: string): Promise<BackupProblem | null> {
    const { safe, host } = this.parts
    const answer = await this.alone(async () => {
      const problem = await safe.restore(folder, file, passphrase)
      if (problem === null) this.end(() => host.restartService())
      return { problem }
    })
    return 'problem' in answer ? answer.problem : 'busy'
  }

  /** Asks for the manager's PIN once more, which nobody gives by a slip of the finger. */
  async forgetAll(pin: string): Promise<SignIn | typeof busy> {
    const { safe, host, door } = this.parts
    return await this.alone(async () => {
      const answer = await door.signIn(pin)
      if (answer.kind !== 'open' || answer.role !== 'manager') return answer
      await safe.forgetAll()
      this.end(() => host.restartService())
      return answer
    })
  }

  /** What can be started anew or ended here, besides the page. */
  get restarts(): Restartable[] {
    return [...can[this.parts.host.kind]]
  }

  /** False when that cannot be done where this kiosk runs. */
  restart(what: Restartable): boolean {
    if (!this.restarts.includes(what)) return false
    const { host } = this.parts
    const ways = {
      service: () => host.restartService(),
      kiosk: () => host.restartKiosk(),
      desktop: () => host.leave(),
    }
    this.end(ways[what])
    return true
  }

  /** What is laid ready by two at once would be neither's, and nothing is begun that the next start would cut short. */
  private async alone<T>(task: () => Promise<T>): Promise<T | typeof busy> {
    if (this.isWorking || this.isEnding) return busy
    this.isWorking = true
    try {
      return await task()
    } finally {
      this.isWorking = false
    }
  }

  private end(how: () => void): void {
    if (this.isEnding) return
    this.isEnding = true
    this.parts.clock.after(answeredMs, () => {
      this.isEnding = false
      how()
    })
  }
}
