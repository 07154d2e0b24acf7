import type { DeviceCommand, DeviceReport } from './device.ts'

export type LightCommand = Extract<DeviceCommand, { kind: 'light' }>

/** How late a lamp's words may come, milliseconds, and the chance that says how late and how many of them. */
export interface Lateness {
  readonly mostMs: number
  readonly random: () => number
}

/** What a lamp says on its way from one state to another, all of it or a part each time, and when it is heard. */
export function wordsOnTheWay(
  { transitionMs }: LightCommand,
  before: DeviceReport,
  after: DeviceReport,
  { mostMs, random }: Lateness,
): { readonly afterMs: number; readonly report: DeviceReport }[] {
  return Array.from({ length: 4 }, (_, word) => {
    const share = word === 3 ? 1 : random()
    const from = before.on === true ? (before.brightness ?? 1) : 0
    const to = after.on === true ? (after.brightness ?? 1) : 0
    const on = share < 1 ? before.on === true || after.on === true : after.on === true
    const whole = { ...after, on, brightness: from + (to - from) * share }
    const report = random() < 0.5 ? whole : random() < 0.5 ? { on } : { brightness: whole.brightness }
    return { afterMs: share * transitionMs + random() * mostMs, report }
  })
}
