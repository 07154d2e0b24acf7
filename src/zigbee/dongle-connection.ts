import type { DongleFacts } from '../contract/dongle-facts.ts'
import type { DongleStatus, Notice } from '../contract/showroom-state.ts'
import type { Clock } from '../showroom/clock.ts'
import type { DeviceId } from '../showroom/device.ts'
import type { ChannelChange, ChannelPhase } from '../showroom/driver.ts'
import type { Log } from '../showroom/log.ts'
import type { Storage } from '../showroom/storage.ts'
import type { DonglePort } from './dongle-port.ts'
import { dongleNotice } from './dongle-problem.ts'
import type { DongleSession, SessionEvents } from './dongle-session.ts'
import { folderNotice } from './folder-problem.ts'
import { quietHerdsman } from './herdsman-log.ts'
import { NetworkCare } from './network-care.ts'
import { adoptedNotice, openOwnNetwork } from './own-network.ts'
import type { Overwrite } from './stick-network.ts'

/** A dongle that may be back at any moment is looked for this often, */
const eagerMs = 250
/** for this long after it went; then less often, since looking costs something. Both leave it two seconds to start. */
const eagerForMs = 60_000
const patientMs = 1000
/** A dongle that is there but cannot be used, and not just for the first moments, waits for a person. */
const hopelessMs = 2000
const wakingMs = 10_000
/** Attempts on a port that is there again, before a mute one is waited for. */
const hastyAttempts = 2
/** Joining that could not go on is tried again after this long. */
const reopenMs = 1000
const hopeful = new Set([
  'dongle-absent',
  'dongle-unplugged',
  'dongle-refused',
  'dongle-hung',
  'dongle-busy',
  'dongle-forbidden',
])

export interface ConnectionParts {
  readonly clock: Clock
  readonly storage: Storage
  readonly log: Log
  /** Where `storage` keeps its records; herdsman keeps its own files beside them. */
  readonly dataFolder: string
  /** Finds the dongle, anew at each attempt; `notice` tells staff what was found, if that needs telling. */
  readonly locate: () => Promise<{ readonly port: DonglePort; readonly notice: Notice | null }>
  /** What staff allowed in the settings to be given up on the stick. */
  readonly overwrite?: Overwrite
}

export interface ConnectionEvents extends Omit<SessionEvents, 'lost'> {
  /** There is a dongle to talk to. */
  opened(session: DongleSession, port: DonglePort, folder: string): void
  /** It is gone, or let go. */
  closed(): Promise<void>
  /** Told at every attempt; `notice` says what is wrong, or what was found. */
  status(status: DongleStatus, notice: Notice | null): void
  /** Null while there is no dongle. */
  facts(facts: DongleFacts | null): void
}

/** Looks after the dongle by itself: it may come late, go, and come back. It never gives up. */
export class DongleConnection {
  private readonly parts: ConnectionParts
  private readonly events: ConnectionEvents
  private current: DongleSession | null = null
  private care: NetworkCare | null = null
  private overwrite: Overwrite
  private simulated = false
  /** Told as long as the kiosk runs: the stick brought its network along. */
  private adopted: Notice | null = null
  private lostAtMs: number
  private callOffRetry: (() => void) | null = null
  private working: Promise<void> = Promise.resolve()
  private stopping = new AbortController()
  private lastSaid = ''
  private wasInUse = false
  /** In vain, since the port is there. */
  private attempts = 0
  private joinUntilMs = 0

  constructor(parts: ConnectionParts, events: ConnectionEvents) {
    this.parts = parts
    this.events = events
    this.lostAtMs = parts.clock.now()
    this.overwrite = parts.overwrite ?? null
  }

  start(): void {
    quietHerdsman()
    this.stopping = new AbortController()
    this.inTurn(() => this.connect()) // A dongle may take seconds, or not be there: nobody waits for it.
  }

  async stop(): Promise<void> {
    this.stopping.abort(new Error('the kiosk ends'))
    this.callOffRetry?.()
    this.letGo((session) => session.close())
    await this.working
  }

  /**
   * Staff give up the network that a stick holds, named by its PAN id; or, with `new`, this store's own when there is
   * no backup for an empty stick. Holds until the next stick is in use.
   */
  allowOverwriting(overwrite: number | 'new'): void {
    this.overwrite = overwrite
  }

  /** Backs the network up now; rejects when that fails. */
  async backUp(): Promise<void> {
    if (this.care === null) throw new Error('There is no Zigbee dongle, so nothing can be backed up.')
    await this.care.backUp()
  }

  /** Energy by channel; rejects when there is no dongle to listen. */
  async listenToChannels(): Promise<ReadonlyMap<number, number>> {
    if (this.care === null) throw new Error('There is no Zigbee dongle, so nobody can listen.')
    return await this.care.listen()
  }

  /** Changes the network's channel, sees which lamps follow, and goes back when most do not. */
  async changeChannel(
    channel: number,
    answers: (device: DeviceId) => Promise<boolean>,
    phase: (phase: ChannelPhase) => void,
  ): Promise<ChannelChange> {
    if (this.care === null) return { kind: 'failed', detail: 'there is no Zigbee dongle' }
    return await this.care.changeChannel(channel, answers, phase)
  }

  /** A shopper waits for an answer: other work gives way. */
  shopperWaits(): void {
    this.care?.shopperWaits()
  }

  /**
   * Lets devices join for `seconds`; a dongle that is pulled out meanwhile lets them join again when it is back. Rejects
   * when it did not take it: then it is not opened again either.
   */
  async openForJoining(seconds: number): Promise<void> {
    this.joinUntilMs = this.parts.clock.now() + seconds * 1000
    try {
      if (this.current === null) throw new Error('There is no Zigbee dongle, so nothing can join.')
      await this.current.openForJoining(seconds)
    } catch (error) {
      this.joinUntilMs = 0
      throw error
    }
    this.care?.joiningUntil(this.joinUntilMs)
  }

  private async reopenForJoining(session: DongleSession): Promise<void> {
    const { clock, log } = this.parts
    const seconds = Math.floor((this.joinUntilMs - clock.now()) / 1000)
    if (seconds < 1 || this.current !== session) return
    try {
      await session.openForJoining(seconds)
      this.care?.joiningUntil(this.joinUntilMs)
    } catch (error) {
      log('debug', `joining could not go on: ${String(error)}`)
      clock.after(reopenMs, () => void this.reopenForJoining(session))
    }
  }

  /** There is no dongle from now on; `end` is what is done with the one that was. False when there was none. */
  private letGo(end: (session: DongleSession) => Promise<void>): boolean {
    const { current, care } = this
    if (current === null) return false
    this.current = null
    this.care = null
    care?.stop()
    const closed = this.events.closed()
    this.events.facts(null)
    this.inTurn(async () => {
      await end(current)
      await closed
    })
    return true
  }

  /** herdsman has one database and one list of devices per process: one connection must end before the next begins. */
  private inTurn(task: () => Promise<void>): void {
    this.working = this.working.then(task)
  }

  private async connect(): Promise<void> {
    const { signal } = this.stopping
    if (signal.aborted) return
    let path = 'the serial port'
    let family: string | null = null
    try {
      const { port, notice } = await this.parts.locate()
      path = port.path
      family = port.namedFamily ?? null
      await this.use(port, notice, signal)
    } catch (error) {
      if (signal.aborted) return
      this.lost(folderNotice(error, this.parts.dataFolder) ?? dongleNotice(error, path, family))
    }
  }

  private async use(port: DonglePort, notice: Notice | null, signal: AbortSignal): Promise<void> {
    const { storage, dataFolder, log, clock } = this.parts
    const { session, place, adopted } = await openOwnNetwork({
      ...{ clock, port, storage, dataFolder },
      hasty: this.wasInUse && this.attempts < hastyAttempts,
      events: {
        ...this.events,
        joined: (device) => {
          this.events.joined(device)
          this.care?.deviceJoined()
        },
        lost: (reason) => this.unplugged(port.path, reason),
      },
      log,
      overwrite: port.simulated ? 'any' : this.overwrite,
      signal,
    })
    const care = new NetworkCare({ clock, log, place, session, facts: (facts) => this.events.facts(facts) })
    if (session.begun === 'reset' && !port.simulated) await care.chooseChannel()
    if (signal.aborted) return await session.close()
    const { lostBecause } = session
    if (lostBecause !== null) {
      // It went before anybody could hear of it, and will not say so again.
      await session.abandon(lostBecause)
      throw lostBecause
    }
    this.current = session
    this.wasInUse = true
    this.events.opened(session, port, place.folder)
    this.overwrite = this.parts.overwrite ?? null
    this.simulated = port.simulated
    if (adopted) this.adopted = adoptedNotice(place, port.path)
    this.tell('ready', this.adopted ?? notice)
    this.care = care
    void care.start()
    void this.reopenForJoining(session)
  }

  private unplugged(path: string, reason: Error): void {
    if (!this.letGo((session) => session.abandon(reason))) return
    this.lostAtMs = this.parts.clock.now()
    this.lost(dongleNotice(reason, path))
  }

  private lost(notice: Notice): void {
    this.attempts = hopeful.has(notice.code) ? 0 : this.attempts + 1
    this.tell('lost', notice)
    this.callOffRetry = this.parts.clock.after(this.retryMs(notice.code), () =>
      this.inTurn(() => this.connect()),
    )
  }

  private retryMs(code: string): number {
    const lostForMs = this.parts.clock.now() - this.lostAtMs
    if (hopeful.has(code)) return lostForMs < eagerForMs ? eagerMs : patientMs
    return lostForMs < wakingMs ? eagerMs : hopelessMs
  }

  private tell(phase: DongleStatus['phase'], notice: Notice | null): void {
    const said = `${phase} ${notice?.code ?? ''}`
    if (said !== this.lastSaid) this.say(notice)
    this.lastSaid = said
    this.events.status({ phase, simulated: this.simulated }, notice)
  }

  private say(notice: Notice | null): void {
    const detail = notice?.values.detail ? ` (${notice.values.detail})` : ''
    if (notice === null) this.parts.log('info', 'The Zigbee dongle is ready.')
    else this.parts.log(notice.severity, `${notice.sentence}${detail}`)
  }
}
