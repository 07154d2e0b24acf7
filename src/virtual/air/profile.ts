/** How many broadcasts a node remembers, and how long it remembers each. */
export interface BroadcastBudget {
  readonly entries: number
  readonly lifetimeMs: number
}

/** What the air is like. */
export interface RadioProfile {
  /** 1 is what 250 kbit/s take; 0 is a world without airtime. */
  readonly airtime: number
  /** A stack's own time with a frame, between its antenna and whoever wants it. */
  readonly processingMs: number
  /** A router waits up to so long before it repeats a broadcast (nwkcMaxBroadcastJitter, 64 ms). */
  readonly broadcastJitterMs: number
  /** Who has not heard its neighbours repeat a broadcast by then sends it again (PASSIVE_ACK_TIMEOUT). */
  readonly passiveAckMs: number
  /** Broadcasts that the stick has in its table at most. */
  readonly stickBudget: BroadcastBudget
  /** The same of routers: what is over it they neither heed nor repeat. Null is "no limit". */
  readonly routerBudget: BroadcastBudget | null
  /** Unicast messages that the stick holds at once. */
  readonly unicastSlots: number
  /** Between attempts of the network layer, after those of the MAC. */
  readonly retryMs: number
  /** How long the stick looks for a route before it says that there is none. */
  readonly routeDiscoveryMs: number
  /** How long a parent keeps a message for a sleepy child (macTransactionPersistenceTime). */
  readonly indirectMs: number
  /** Waiting for an acknowledgement from end to end before the message goes again. */
  readonly apsAckMs: number
  /** Reports of one lamp leave so late, each time another. */
  readonly reportJitterMs: number
  /** Share of frames that a link loses, each way. */
  readonly loss: number
  /** Energy on channels 11 to 26, as a scan shows it (0..255). */
  readonly noise: readonly number[]
}

/**
 * Energy where Wi-Fi is on its channels 1, 6 and 11 (2412, 2437 and 2462 MHz, each 22 MHz wide): the two Zigbee
 * channels in the middle of each hear it most; 15, 20, 25 and 26 lie between and beside them.
 */
function wifi(quiet: number, edge: number, middle: number): number[] {
  const pattern = [edge, middle, middle, edge, quiet, edge, middle, middle, edge, quiet, edge, middle]
  return [...pattern, middle, edge, quiet, quiet]
}

const showroom: RadioProfile = {
  airtime: 1,
  processingMs: 1.5,
  broadcastJitterMs: 64,
  passiveAckMs: 500,
  // Koenkk's firmware for the CC2652 (zigpy/ziggurat #43).
  stickBudget: { entries: 12, lifetimeMs: 2000 },
  routerBudget: null,
  unicastSlots: 16,
  retryMs: 80,
  routeDiscoveryMs: 2000,
  indirectMs: 7680,
  apsAckMs: 1600,
  reportJitterMs: 300,
  loss: 0,
  noise: wifi(30, 60, 90),
}

export const profiles = {
  /** No airtime, no waits, no losses: for tests of everything else. */
  ideal: {
    ...showroom,
    airtime: 0,
    processingMs: 0,
    broadcastJitterMs: 0,
    stickBudget: { entries: 10_000, lifetimeMs: 1 },
    unicastSlots: 10_000,
    retryMs: 10,
    routeDiscoveryMs: 100,
    reportJitterMs: 0,
  },
  /** A well kept showroom: true airtime, a CC2652 and its budget, nothing lost. */
  showroom,
  /** A Saturday: Wi-Fi everywhere, every link loses some, routers forget no broadcast for nine seconds. */
  hard: {
    ...showroom,
    // Seen with lamps in zigbee2mqtt #764; the specification's nwkBroadcastDeliveryTime.
    routerBudget: { entries: 9, lifetimeMs: 9000 },
    loss: 0.05,
    noise: wifi(60, 120, 180),
  },
} as const satisfies Record<string, RadioProfile>

export type ProfileName = keyof typeof profiles

/** Share of frames lost to others' transmissions on a channel with so much energy. */
export function interference(energy: number): number {
  return Math.min(0.6, Math.max(0, (energy - 100) / 200))
}
