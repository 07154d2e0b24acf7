import type { Clock } from './clock.ts'
import type { DeviceId, DeviceReport } from './device.ts'
import type { DeviceRegistry } from './device-registry.ts'
import type { DeviceDriver, Urgency } from './driver.ts'

/**
 * A lamp that was just changed answers within this time, or the picture goes dark; a late answer lights it again.
 * Where nobody waits for the answer, silence has to be lasting.
 */
const limitMs: Readonly<Record<Urgency, number>> = { shopper: 800, background: 5000 }
/** More questions at a time would only wait for each other on the air. */
const atOnce: Readonly<Record<Urgency, number>> = { shopper: 8, background: 4 }
/** The device that was heard longest ago is asked at this interval, so that one switched off at the wall is noticed. */
const patrolIntervalMs = 2000
/** A silent device is asked again after this long, each time twice as long, since every try costs air. */
const firstProbeMs = 4000
const lastProbeMs = 60_000

export interface DeviceReaderParts {
  readonly driver: DeviceDriver
  readonly clock: Clock
  readonly registry: DeviceRegistry
  readonly answered: (device: DeviceId, report: DeviceReport) => void
  readonly silent: (device: DeviceId) => void
  /** The air is full, so that silence says nothing. */
  readonly isCongested: () => boolean
}

interface Question {
  readonly device: DeviceId
  readonly urgency: Urgency
  readonly ask: (urgency: Urgency) => Promise<void>
}

/** Asks devices what they are, some at a time, and tells their answers from their silence. */
export class DeviceReader {
  private readonly parts: DeviceReaderParts
  private readonly asked = new Map<DeviceId, Promise<void>>()
  private waiting: Question[] = []
  private readonly underWay: Record<Urgency, number> = { shopper: 0, background: 0 }
  private readonly probes = new Map<
    DeviceId,
    { readonly silentSinceMs: number; waitMs: number; dueAtMs: number }
  >()
  private callOffPatrol: (() => void) | null = null
  private online = false

  constructor(parts: DeviceReaderParts) {
    this.parts = parts
  }

  /** The dongle is there: devices can be asked. From now on `devices` are asked in turn. */
  patrol(devices: () => readonly DeviceId[]): void {
    this.online = true
    this.callOffPatrol?.()
    this.callOffPatrol = this.parts.clock.after(patrolIntervalMs, () => {
      this.patrol(devices)
      for (const device of this.nextInTurn(devices())) void this.read(device, 'background')
    })
  }

  /** The dongle is gone: no answer means nothing now. */
  stop(): void {
    this.online = false
    this.callOffPatrol?.()
    this.callOffPatrol = null
    this.probes.clear()
    this.begin()
  }

  /** Whether a question to this device waits or is on its way: what it says may be the answer. */
  isAsking(device: DeviceId): boolean {
    return this.asked.has(device)
  }

  /** Asks a device, unless it is being asked already. Who says nothing for a while counts as silent. */
  read(device: DeviceId, urgency: Urgency): Promise<void> {
    const before = this.asked.get(device)
    const isWaiting = this.waiting.some((question) => question.device === device)
    if (before !== undefined && isWaiting && urgency === 'shopper') {
      this.waiting = this.waiting.map((question) =>
        question.device === device ? { ...question, urgency } : question,
      )
      this.begin()
    }
    if (before !== undefined || !this.online) return before ?? Promise.resolve()
    const answer = new Promise<void>((resolve) => {
      this.waiting.push({ device, urgency, ask: (now) => this.ask(device, now).finally(resolve) })
    }).finally(() => this.asked.delete(device))
    this.asked.set(device, answer)
    this.begin()
    return answer
  }

  /** The device was found silent: it is probed now and then. */
  probe(device: DeviceId): void {
    const now = this.parts.clock.now()
    const before = this.probes.get(device)
    const wasHeard = before !== undefined && this.parts.registry.heardAtMs(device) > before.silentSinceMs
    const waitMs = before === undefined || wasHeard ? firstProbeMs : before.waitMs
    if (before !== undefined && !wasHeard && before.dueAtMs > now) return
    this.probes.set(device, {
      silentSinceMs: wasHeard ? now : (before?.silentSinceMs ?? now),
      waitMs: Math.min(lastProbeMs, 2 * waitMs),
      dueAtMs: now + waitMs,
    })
  }

  /** The one heard longest ago, and a silent one when it is due. */
  private nextInTurn(devices: readonly DeviceId[]): DeviceId[] {
    const { clock, registry } = this.parts
    const isSilent = (device: DeviceId) =>
      registry.heardAtMs(device) <= (this.probes.get(device)?.silentSinceMs ?? Number.NEGATIVE_INFINITY)
    const longestAgo = devices
      .filter((device) => !isSilent(device))
      .toSorted((a, b) => registry.heardAtMs(a) - registry.heardAtMs(b))
    const due = devices.filter(
      (device) => isSilent(device) && (this.probes.get(device)?.dueAtMs ?? 0) <= clock.now(),
    )
    return [...longestAgo.slice(0, 1), ...due.slice(0, 1)]
  }

  /** Shoppers' questions first. */
  private begin(): void {
    for (const urgency of ['shopper', 'background'] as const) {
      for (const question of this.waiting.filter((candidate) => candidate.urgency === urgency)) {
        if (this.underWay[urgency] >= atOnce[urgency]) break
        this.waiting = this.waiting.filter((other) => other !== question)
        this.underWay[urgency] += 1
        void question.ask(urgency).finally(() => {
          this.underWay[urgency] -= 1
          this.begin()
        })
      }
    }
  }

  /** An answer takes several frames: one between which the device was told something is of two minds, and asked for anew. */
  private async ask(device: DeviceId, urgency: Urgency, isAnew = false): Promise<void> {
    if (!this.online) return
    const { driver, clock, registry, answered, silent, isCongested } = this.parts
    const since = clock.now()
    const giveUp = () => {
      const spoke = registry.heardAtMs(device) > since
      if (this.online && !spoke && !registry.sleeps(device) && !isCongested()) silent(device)
    }
    const callOff = clock.after(limitMs[urgency], giveUp)
    const answer = await driver.read(device, urgency)
    callOff()
    if (answer === null) {
      giveUp()
    } else if (registry.commandedAtMs(device) >= since) {
      registry.heard(device, clock.now())
      if (!isAnew) await this.ask(device, urgency, true)
    } else {
      answered(device, answer)
    }
  }
}
