import type { Clock } from '../../showroom/clock.ts'
import { acknowledgementMs, acknowledgementWaitMs, pollMs, turnaroundMs } from './airtime.ts'
import type { Channel } from './channel.ts'
import { type RadioNode, radioStatus } from './frame.ts'
import type { AirFrame, Journal } from './journal.ts'
import type { RadioProfile } from './profile.ts'
import type { Topology } from './topology.ts'
import { Transmitters } from './transmitters.ts'

/** macMaxFrameRetries, and MAX_DATA_RETRIES of the network layer. */
const [macRetries, networkRetries] = [3, 2] as const
/** A busy channel is no broken link: the network layer waits for it longer. */
export const busyRetries = 7

/** A sleeper that something woke asks at least this often. */
const lookEveryMs = 250

/** What the journal is to say of a message, wherever it is heard. */
export type Described = Pick<AirFrame, 'kind' | 'source' | 'target' | 'cluster'>

/** Something on its way from one antenna to the next. */
export interface HopMessage {
  readonly from: RadioNode
  readonly to: RadioNode
  readonly airMs: number
  readonly described: Described
  readonly relayed: boolean
}

/** The parts that everything on the air is made of. */
export interface Air {
  readonly clock: Clock
  readonly profile: RadioProfile
  readonly channel: Channel
  readonly topology: Topology
  readonly journal: Journal
}

/**
 * One hop of a unicast: sent until it is acknowledged, four times by the MAC and thrice by the network layer. A
 * sleepy child fetches it from its parent when it wakes.
 */
export class Hops {
  private readonly air: Air
  private readonly transmitters = new Transmitters()

  constructor(air: Air) {
    this.air = air
  }

  /** `arrived` is called once, when the receiver has it; `settled` when the sender knows, with a `radioStatus`. */
  send(message: HopMessage, arrived: () => void, settled: (status: number) => void): void {
    const transmission = new Transmission(this.air, this.transmitters, message, arrived, settled)
    if (message.to.rxOnWhenIdle) transmission.start()
    else this.keep(message, transmission, settled, this.air.clock.now() + this.air.profile.indirectMs)
  }

  /** Keeps a message for a sleeper until it asks, or until it is too late. */
  private keep(
    message: HopMessage,
    transmission: Transmission,
    settled: (status: number) => void,
    untilMs: number,
  ): void {
    const { clock, topology } = this.air
    const wakesInMs = message.to.wakesInMs()
    const leftMs = untilMs - clock.now()
    if (leftMs <= 0) {
      settled(radioStatus.macTransactionExpired)
      return
    }
    if (wakesInMs <= Math.min(leftMs, lookEveryMs) && topology.inReach(message.from, message.to)) {
      clock.after(wakesInMs, () => this.poll(message, transmission))
      return
    }
    // It may wake before its time: somebody presses it.
    const lookInMs = Math.min(leftMs, lookEveryMs)
    clock.after(lookInMs, () => this.keep(message, transmission, settled, untilMs))
  }

  /** The child asks, and gets what waits for it. */
  private poll(message: HopMessage, transmission: Transmission): void {
    const { channel, clock, journal } = this.air
    const { from, to } = message
    const ask = () => {
      const airMs = channel.lasting(pollMs)
      const startMs = clock.now()
      const addresses = { from: to.nwk ?? 0, to: from.nwk, source: to.nwk ?? 0, target: from.nwk ?? 0 }
      const frame = { ...addresses, startMs, endMs: startMs + airMs, cluster: null, attempt: 0 }
      journal.frame({ ...frame, kind: 'poll', relayed: false, acknowledged: true })
      const acknowledgedMs = airMs + channel.lasting(turnaroundMs + acknowledgementMs)
      clock.after(acknowledgedMs, () => transmission.start())
      return acknowledgedMs
    }
    channel.acquire(ask, () => transmission.start())
  }
}

class Transmission {
  private readonly air: Air
  private readonly transmitters: Transmitters
  private readonly message: HopMessage
  private readonly arrived: () => void
  private readonly settled: (status: number) => void
  private heard = false
  private attempts = 0
  private refusals = 0

  constructor(
    air: Air,
    transmitters: Transmitters,
    message: HopMessage,
    arrived: () => void,
    settled: (status: number) => void,
  ) {
    this.air = air
    this.transmitters = transmitters
    this.message = message
    this.arrived = arrived
    this.settled = settled
  }

  start(): void {
    this.queue(0, 0)
  }

  /** The MAC sends one message at a time; while the network layer pauses, others have their turn. */
  private queue(networkTry: number, macTry: number): void {
    this.transmitters.take(this.message.from, () => this.attempt(networkTry, macTry))
  }

  private pause(pauseMs: number, networkTry: number, macTry: number): void {
    this.transmitters.release(this.message.from)
    this.air.clock.after(pauseMs, () => this.queue(networkTry, macTry))
  }

  private attempt(networkTry: number, macTry: number): void {
    this.air.channel.acquire(
      () => this.transmit(networkTry, macTry),
      () => this.refused(networkTry, macTry),
    )
  }

  /** Returns for how long the channel is taken. */
  private transmit(networkTry: number, macTry: number): number {
    const { channel, clock, topology, profile } = this.air
    const { from, to } = this.message
    const heard = topology.getsThrough(from, to)
    const acknowledged = heard && topology.getsThrough(to, from)
    const airMs = channel.lasting(this.message.airMs)
    const takenMs = airMs + (heard ? channel.lasting(turnaroundMs + acknowledgementMs) : 0)
    this.write(airMs, acknowledged)
    if (acknowledged) clock.after(takenMs, () => this.done(radioStatus.success))
    else {
      const waitMs = airMs + channel.lasting(acknowledgementWaitMs)
      clock.after(waitMs, () => {
        if (macTry < macRetries) this.attempt(networkTry, macTry + 1)
        else this.failed(networkTry, radioStatus.macNoAck)
      })
    }
    // Who hears it again knows the sequence number and lets it be.
    if (heard && !this.heard) {
      this.heard = true
      clock.after(airMs + profile.processingMs, this.arrived)
    }
    return takenMs
  }

  private refused(networkTry: number, macTry: number): void {
    const { channel, profile } = this.air
    if (this.refusals++ === busyRetries) this.done(radioStatus.channelAccessFailure)
    else this.pause(channel.pauseMs(profile.retryMs), networkTry, macTry)
  }

  private failed(networkTry: number, status: number): void {
    if (networkTry === networkRetries) this.done(status)
    else this.pause(this.air.profile.retryMs, networkTry + 1, 0)
  }

  private done(status: number): void {
    this.transmitters.release(this.message.from)
    this.settled(status)
  }

  private write(airMs: number, acknowledged: boolean): void {
    const { from, to, described, relayed } = this.message
    const startMs = this.air.clock.now()
    this.air.journal.frame({
      ...described,
      from: from.nwk ?? 0,
      to: to.nwk,
      startMs,
      endMs: startMs + airMs,
      attempt: this.attempts++,
      relayed,
      acknowledged,
    })
  }
}
