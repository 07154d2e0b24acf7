/** What a maker's lamps do differently from what the standard says; found by the name they tell. */
export interface LampQuirks {
  /**
   * They honour a transition on one attribute at a time, and are deaf while their colour moves
   * (zigbee2mqtt #341, #1810, #4316): colour is set at once, and the level takes the time.
   */
  readonly oneTransitionAtATime: boolean
  /** "Off" with a transition turns some of them on when they were off (zigbee2mqtt #19211, #22030). */
  readonly plainOffWhenOff: boolean
}

const standard: LampQuirks = { oneTransitionAtATime: false, plainOffWhenOff: false }

const byVendor: Readonly<Record<string, LampQuirks>> = {
  'IKEA of Sweden': { oneTransitionAtATime: true, plainOffWhenOff: true },
}

export function quirksOf(manufacturerName: string | undefined): LampQuirks {
  return byVendor[(manufacturerName ?? '').trim()] ?? standard
}
