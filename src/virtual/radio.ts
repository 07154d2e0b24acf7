import type { Clock } from '../showroom/clock.ts'

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
}

/** Somebody with an antenna. */
export interface RadioNode {
  /** Address in the network, or null outside it. */
  readonly nwk: number | null
  /** Nodes hear each other only with the same network credentials. */
  readonly networkId: string | null
  readonly powered: boolean
  /** Sleepy nodes take frames when they next ask their parent, so long from now. */
  wakesInMs(): number
  /** `rxOnWhenIdle` decides who takes broadcasts to 0xfffd. */
  readonly rxOnWhenIdle: boolean
  readonly isRouter: boolean
  receive(frame: RadioFrame): void
}

/** What became of a unicast frame, in the words of Z-Stack's status byte. */
export const radioStatus = {
  success: 0x00,
  /** The next hop did not acknowledge. */
  macNoAck: 0xe9,
  /** A sleepy child did not ask for its message in time. */
  macTransactionExpired: 0xf0,
} as const

export interface RadioTiming {
  /** From one antenna to another, as Zigbee's back-off and acknowledgement make it on a quiet channel. */
  readonly hopMs: number
  /** Until the sender gives up on a node that does not acknowledge, retries included. */
  readonly noAckMs: number
  /** How long a parent keeps a message for a sleepy child (nib.TransactionPersistenceTime is 7 s). */
  readonly indirectMs: number
}

export const usualTiming: RadioTiming = { hopMs: 2, noAckMs: 250, indirectMs: 7000 }

/**
 * The air between coordinator and devices. Every frame passes here, so this is the place for airtime, lossy
 * links, hops and the broadcast table: today a frame takes `hopMs`, and only dead nodes lose one.
 */
export class Radio {
  frames = 0
  private readonly clock: Clock
  private readonly timing: RadioTiming
  private readonly nodes = new Set<RadioNode>()

  constructor(clock: Clock, timing: RadioTiming = usualTiming) {
    this.clock = clock
    this.timing = timing
  }

  attach(node: RadioNode): void {
    this.nodes.add(node)
  }

  detach(node: RadioNode): void {
    this.nodes.delete(node)
  }

  /** Sends a frame; `settled` hears what became of it (for groups and broadcasts: that it went out). */
  transmit(sender: RadioNode, frame: RadioFrame, settled: (status: number) => void = () => {}): void {
    this.frames++
    const { destination } = frame
    if (destination.kind !== 'unicast') {
      for (const node of this.nodes) {
        if (node !== sender && this.hears(sender, node) && takes(node, destination)) this.deliver(node, frame)
      }
      this.clock.after(this.timing.hopMs, () => settled(radioStatus.success))
      return
    }
    const node = this.find(sender, destination.nwk)
    if (node === null) {
      this.clock.after(this.timing.noAckMs, () => settled(radioStatus.macNoAck))
      return
    }
    const wakesInMs = node.wakesInMs()
    if (wakesInMs > this.timing.indirectMs) {
      this.clock.after(this.timing.indirectMs, () => settled(radioStatus.macTransactionExpired))
      return
    }
    this.clock.after(this.timing.hopMs + wakesInMs, () => {
      const present = this.hears(sender, node)
      settled(present ? radioStatus.success : radioStatus.macNoAck)
      if (present) node.receive(frame)
    })
  }

  private find(sender: RadioNode, nwk: number): RadioNode | null {
    for (const node of this.nodes) if (node.nwk === nwk && this.hears(sender, node)) return node
    return null
  }

  private hears(sender: RadioNode, node: RadioNode): boolean {
    return node.powered && node.nwk !== null && node.networkId !== null && node.networkId === sender.networkId
  }

  private deliver(node: RadioNode, frame: RadioFrame): void {
    this.clock.after(this.timing.hopMs + node.wakesInMs(), () => {
      if (node.powered) node.receive(frame)
    })
  }
}

/** Who takes a groupcast or broadcast (Zigbee specification, table 3-69 "Broadcast addresses"). */
function takes(node: RadioNode, destination: Destination): boolean {
  if (destination.kind !== 'broadcast') return node.rxOnWhenIdle
  switch (destination.nwk) {
    case 0xffff:
      return true
    case 0xfffd:
      return node.rxOnWhenIdle
    case 0xfffc:
      return node.isRouter
    default:
      return false
  }
}
