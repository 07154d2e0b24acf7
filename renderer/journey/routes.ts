/** A way that the same touch could take, and how long it took or would take, in milliseconds. */
export interface Route {
  readonly id: 'room' | 'network' | 'cloud'
  readonly fromMs: number
  readonly toMs: number
  /** Only what happened here is measured; the rest are others' figures. */
  readonly isMeasured: boolean
}

/**
 * Over the shop's network: lamps behind a Matter bridge acknowledged a toggle in 14 to 64 ms, bridge and controller on
 * one machine without internet. Over a vendor's cloud: 80 to 300 ms for Wi-Fi lamps and clouds (viral.lighting,
 * "Lighting latency tests"), 800 ms and more through a hub's cloud (mysmarthomesetup.com, "Smart bulb latency").
 */
const elsewhere: readonly Route[] = [
  { id: 'network', fromMs: 14, toMs: 64, isMeasured: false },
  { id: 'cloud', fromMs: 80, toMs: 800, isMeasured: false },
]

/** The way that the last touch took, and two others; `measuredMs` is null while nothing was measured. */
export function routes(measuredMs: number | null): readonly Route[] {
  const room: Route[] =
    measuredMs === null ? [] : [{ id: 'room', fromMs: 0, toMs: measuredMs, isMeasured: true }]
  return [...room, ...elsewhere]
}
