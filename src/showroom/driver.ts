import type { DongleFacts } from '../contract/dongle-facts.ts'
import type { DongleStatus, Notice } from '../contract/showroom-state.ts'
import type { DeviceCommand, DeviceDescription, DeviceId, DeviceReport } from './device.ts'

/** What became of a command: expected outcomes are values. */
export type CommandOutcome =
  /** The device itself confirmed that it took the frame. */
  | { readonly kind: 'confirmed' }
  /** The frame went out to a group, which nobody confirms: only a report tells whether this device took it. */
  | { readonly kind: 'sent' }
  /** The device did not answer, or answered no; the air was full, or the dongle is not there. `detail` is for the log. */
  | {
      readonly kind: 'failed'
      readonly reason: 'unreachable' | 'refused' | 'congested' | 'dongle-lost'
      readonly detail: string
    }

/** A neighbour, as a node of the network hears it. */
export interface HeardNode {
  /** Null is the dongle. */
  readonly device: DeviceId | null
  /** Zigbee's link quality, 0..255. */
  readonly quality: number
}

/** What became of a change of channel. */
export type ChannelChange =
  /** The network is there. `silent` answered before and not yet now: they look for it, or want their power cut once. */
  | { readonly kind: 'changed'; readonly silent: readonly DeviceId[] }
  /** Too few lamps followed, so the network went back; `silent` as above. */
  | { readonly kind: 'reverted'; readonly silent: readonly DeviceId[] }
  /** The stick did not move, or is not there. */
  | { readonly kind: 'failed'; readonly detail: string }

/** What a change of channel is at: the network moves, those who answered before are looked for, or it goes back. */
export type ChannelPhase = 'moving' | 'looking' | 'returning'

/** A lamp within half a metre of the dongle, on the channel of whatever network it is in. */
export interface NearbyDevice {
  readonly device: DeviceId
  /** 11 to 26. */
  readonly channel: number
}

/** Who waits for an answer: a shopper's picture, or nobody. Background work gives way to shoppers on the air. */
export type Urgency = 'shopper' | 'background'

/** Commands that are likely to be sent together, such as a scene's. */
export interface CommandPlan {
  /** Stays the same from start to start: "living-room/evening". */
  readonly name: string
  readonly commands: readonly DeviceCommand[]
}

export type DriverEvent =
  | { readonly kind: 'status'; readonly status: DongleStatus; readonly notice: Notice | null }
  /** Null while there is no dongle. */
  | { readonly kind: 'facts'; readonly facts: DongleFacts | null }
  | { readonly kind: 'device'; readonly device: DeviceDescription }
  | { readonly kind: 'device-left'; readonly device: DeviceId }
  /** Somebody has come while devices may join: it was heard, it is being asked what it is, or it does not say. */
  | {
      readonly kind: 'newcomer'
      readonly device: DeviceId
      readonly stage: 'found' | 'asking' | 'mute'
    }
  /** The device says anew that it is there: it was switched on, or found another way to the dongle. */
  | { readonly kind: 'returned'; readonly device: DeviceId }
  | { readonly kind: 'report'; readonly device: DeviceId; readonly report: DeviceReport }
  /**
   * A frame with commands for these devices was given to the dongle, or was answered: by the device, or, when it went
   * to a group, by the dongle that sent it out.
   */
  | {
      readonly kind: 'frame'
      readonly devices: readonly DeviceId[]
      readonly cast: 'alone' | 'group'
      readonly phase: 'left' | 'taken'
    }
  /** Nothing finds room on the air for a while, or something does again: silence meanwhile says nothing of devices. */
  | { readonly kind: 'congestion'; readonly congested: boolean }
  /** How many of the plans given to `prepare` stand ready in the lamps by now. */
  | { readonly kind: 'prepared'; readonly ready: number; readonly total: number }

/**
 * The one door between the showroom and hardware. `memory-driver.ts` is the fake beside it,
 * `src/zigbee` the real one.
 */
export interface DeviceDriver {
  /** Starts looking for the dongle and goes on by itself, whatever happens to it; never rejects for hardware. */
  start(): Promise<void>
  /** Leaves devices as they are. */
  stop(): Promise<void>
  /**
   * Commands that belong together, a scene: lamps get them at the same moment where the hardware can. One outcome
   * per command, in the same order. Each settles by itself, so that a silent lamp holds nobody up; none rejects.
   */
  send(commands: readonly DeviceCommand[]): readonly Promise<CommandOutcome>[]
  /**
   * The sets of commands that are likely to be sent whole, as devices are bound now; a new list replaces the
   * older. The driver stores them in the lamps in the background, as far as lamps can store.
   */
  prepare(plans: readonly CommandPlan[]): void
  /** Asks a device what it is. The answer also arrives as a report; null means that it did not answer. */
  read(device: DeviceId, urgency: Urgency): Promise<DeviceReport | null>
  /** Lets devices join for `seconds` (at most 254, Zigbee's limit); 0 ends it. */
  openForJoining(seconds: number): Promise<void>
  /**
   * Has a device that neither gives light nor switches any show itself by blinking for so many seconds; 0 ends it. False
   * when it does not answer, and for every lamp and plug: they would blink as their makers like, past the flash guard.
   */
  identify(device: DeviceId, seconds: number): Promise<boolean>
  /** How well the dongle heard a device last, 0..255; null when it did not. */
  signal(device: DeviceId): number | null
  /**
   * Whom a device on mains hears, or the dongle (null), by its own word. Null when it does not say. It takes a frame or
   * more for three neighbours, so it is asked in the background.
   */
  neighbours(of: DeviceId | null): Promise<readonly HeardNode[] | null>
  /** What the stick hears on the channels for lights: energy 0..255 by channel. Rejects when there is no stick. */
  listenToChannels(): Promise<ReadonlyMap<number, number>>
  /**
   * Moves the network to another channel, 11 to 26, and back when most lamps do not follow. Takes half a minute or more, in
   * which lamps do not answer. Never rejects.
   */
  changeChannel(channel: number, phase: (phase: ChannelPhase) => void): Promise<ChannelChange>
  /**
   * The network that a stick holds, named by its PAN id, may be given up for this store's; or, with `new`, this store's
   * own for a new one. Holds for the next stick that is taken.
   */
  allowOverwriting(network: number | 'new'): void
  /**
   * Looks who is beside the dongle, in any network. It takes some fifteen seconds, in which lamps wait. Null when this
   * kind of dongle cannot. Rejects when there is none.
   */
  findNearby(): Promise<readonly NearbyDevice[] | null>
  /** Has one of them blink for some seconds. False when it does not answer any more. */
  blinkNearby(device: NearbyDevice): Promise<boolean>
  /** Has one of them forget its network, so that it looks for another. False when it does not answer any more. */
  resetNearby(device: NearbyDevice): Promise<boolean>
  /** Sends a device out of the network for good; one that does not answer is forgotten. Never rejects. */
  remove(device: DeviceId): Promise<void>
  listen(listener: (event: DriverEvent) => void): () => void
}
