import type { Ieee } from '../bytes.ts'

/** Where a frame goes: one node, the members of a group, or a broadcast address (0xfffc and above). */
export type Destination =
  | { readonly kind: 'unicast'; readonly nwk: number }
  | { readonly kind: 'group'; readonly group: number }
  | { readonly kind: 'broadcast'; readonly nwk: number }

/** An application frame on the air, with what the layers below would add. */
export interface RadioFrame {
  readonly source: number
  readonly sourceEndpoint: number
  readonly destination: Destination
  /** 0xff addresses every endpoint. */
  readonly destinationEndpoint: number
  readonly profile: number
  readonly cluster: number
  readonly payload: Buffer
  /** Asks the other end to acknowledge. */
  readonly apsAck?: boolean
}

/** Somebody with an antenna. */
export interface RadioNode {
  readonly ieee: Ieee
  /** Address in the network, or null outside it. */
  readonly nwk: number | null
  /** Nodes hear each other only with the same network credentials, on the same channel. */
  readonly networkId: string | null
  readonly channel: number | null
  /** In a network, powered, and with a radio that works. */
  readonly onAir: boolean
  /** How many hops it stands away from the coordinator, which is 0. */
  readonly hops: number
  /** Sleepy nodes take frames when they next ask their parent, so long from now. */
  wakesInMs(): number
  /** `rxOnWhenIdle` decides who takes broadcasts to 0xfffd. */
  readonly rxOnWhenIdle: boolean
  readonly isRouter: boolean
  /** `quality` is how well its antenna heard the last hop, 0..255. */
  receive(frame: RadioFrame, quality: number): void
}

/** What became of a frame, in the words of Z-Stack's status byte (ZComDef.h, znp's status codes). */
export const radioStatus = {
  success: 0x00,
  /** No room in the stick: too many broadcasts, or too many messages at once. */
  bufferFull: 0x11,
  /** The other end did not acknowledge. */
  apsNoAck: 0xb7,
  noRoute: 0xcd,
  /** The channel was busy all the time. */
  channelAccessFailure: 0xe1,
  /** The next hop did not acknowledge. */
  macNoAck: 0xe9,
  /** A sleepy child did not ask for its message in time. */
  macTransactionExpired: 0xf0,
} as const
