/** What lamps do differently from what the standard says, in one table: by the maker's name, then by the model's. */
export interface LampQuirks {
  /**
   * They honour a transition on one attribute at a time, and are deaf while their colour moves
   * (zigbee2mqtt #341, #1810, #4316).
   */
  readonly oneTransitionAtATime: boolean
  /** "Off" with a transition turns some of them on when they were off (zigbee2mqtt #19211, #22030). */
  readonly plainOffWhenOff: boolean
  /** The lowest level at which they are lit: some take level 1 for "off". */
  readonly lowestLevel: number
}

const standard: LampQuirks = { oneTransitionAtATime: false, plainOffWhenOff: false, lowestLevel: 1 }

const byMaker: Readonly<Record<string, Partial<LampQuirks>>> = {
  'IKEA of Sweden': { oneTransitionAtATime: true, plainOffWhenOff: true },
}

const byModel: Readonly<Record<string, Partial<LampQuirks>>> = {
  'TRADFRI bulb E27 CWS 806lm': { lowestLevel: 2 },
  'FLOALT panel WS 30x30': { lowestLevel: 2 },
}

/** Names as devices tell them; some carry stray control bytes. */
export function quirksOf(maker: string | undefined, model: string | undefined): LampQuirks {
  return { ...standard, ...byMaker[clean(maker)], ...byModel[clean(model)] }
}

function clean(name: string | undefined): string {
  return (name ?? '').replace(/\p{Cc}/gu, '').trim()
}
