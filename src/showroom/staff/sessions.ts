import type { StaffRole } from '../../contract/staff/staff-role.ts'
import type { Clock } from '../clock.ts'

export interface StaffSession {
  readonly id: string
  readonly role: StaffRole
  readonly isOver: boolean
  /** Hears once that it is over. The returned function stops listening. */
  onOver(hear: () => void): () => void
}

export interface SessionsParts {
  readonly clock: Clock
  /** A secret that nobody guesses. */
  readonly newId: () => string
  /** How long nobody touches anything before a session ends. */
  readonly idleMs: number
  /** While devices may join, or one is being reset, staff are busy with their hands and no session ends. */
  readonly isBusy: () => boolean
  /** Somebody is signed in, where nobody was. */
  readonly attended: () => void
  /** Nobody is signed in any more. */
  readonly deserted: () => void
}

/** More are screens that somebody forgot: the one untouched longest ends. */
const most = 4

/** A page that has gone without a word, by F5 or with its line, may be back for so long. */
const lostMs = 15_000

/** Who has signed in, until they leave or nobody has touched anything for a while. */
export class Sessions {
  private readonly parts: SessionsParts
  private readonly open = new Map<string, OpenSession>()

  constructor(parts: SessionsParts) {
    this.parts = parts
  }

  /** Somebody is signed in. */
  get areOpen(): boolean {
    return this.open.size > 0
  }

  begin(role: StaffRole): StaffSession {
    while (this.open.size >= most) this.end(this.quietest())
    const session = new OpenSession(this.parts.newId(), role, this.parts.clock.now())
    this.open.set(session.id, session)
    if (this.open.size === 1) this.parts.attended()
    this.watch(session, this.parts.idleMs)
    return session
  }

  /** The session of this name; null when there is none or it is over. */
  find(id: string): StaffSession | null {
    return this.open.get(id) ?? null
  }

  /** The same, touched now. */
  use(id: string): StaffSession | null {
    const session = this.open.get(id)
    if (session === undefined) return null
    session.touchedMs = this.parts.clock.now()
    return session
  }

  /** What staff had their hands full with is done: they get the whole time to come back to the screen. */
  stirred(): void {
    for (const session of this.open.values()) session.touchedMs = this.parts.clock.now()
  }

  /** A page shows what this session may see; call what is returned when it does not any more. */
  followed(id: string): () => void {
    const session = this.open.get(id)
    if (session === undefined) return () => {}
    session.pages++
    session.callOffLost()
    return () => {
      session.pages--
      if (session.pages === 0 && !session.isOver)
        session.callOffLost = this.parts.clock.after(lostMs, () => this.leave(id))
    }
  }

  leave(id: string): void {
    const session = this.open.get(id)
    if (session !== undefined) this.end(session)
  }

  /** Ends all, or those of one role: their PIN does not hold any more, or the service ends. */
  endAll(role?: StaffRole): void {
    for (const session of [...this.open.values()]) {
      if (role === undefined || session.role === role) this.end(session)
    }
  }

  private watch(session: OpenSession, inMs: number): void {
    session.callOff = this.parts.clock.after(inMs, () => {
      if (this.parts.isBusy()) session.touchedMs = this.parts.clock.now()
      const leftMs = session.touchedMs + this.parts.idleMs - this.parts.clock.now()
      if (leftMs <= 0) this.end(session)
      else this.watch(session, leftMs)
    })
  }

  private quietest(): OpenSession {
    return [...this.open.values()].reduce((a, b) => (b.touchedMs < a.touchedMs ? b : a))
  }

  private end(session: OpenSession): void {
    this.open.delete(session.id)
    session.end()
    if (this.open.size === 0) this.parts.deserted()
  }
}

class OpenSession implements StaffSession {
  readonly id: string
  readonly role: StaffRole
  touchedMs: number
  isOver = false
  callOff: () => void = () => {}
  /** Those that show it. */
  pages = 0
  callOffLost: () => void = () => {}
  private readonly listeners = new Set<() => void>()

  constructor(id: string, role: StaffRole, touchedMs: number) {
    this.id = id
    this.role = role
    this.touchedMs = touchedMs
  }

  onOver(hear: () => void): () => void {
    this.listeners.add(hear)
    return () => this.listeners.delete(hear)
  }

  end(): void {
    this.callOff()
    this.callOffLost()
    this.isOver = true
    for (const hear of this.listeners) hear()
  }
}
