import { ByteWriter } from '../bytes.ts'
import { dataType } from '../zcl/data-type.ts'
import { constant } from './attributes.ts'
import type { SimulatedDevice } from './device.ts'

export type PressAction = 'single' | 'hold' | 'release' | 'double'
export const pressActions: readonly PressAction[] = ['single', 'hold', 'release', 'double']

/** What a remote sends for one gesture. */
type Send = (device: SimulatedDevice) => void
/** By the name of a key. */
type Keys = Record<string, Partial<Record<PressAction, Send>>>

const [onOff, level, scenes, ikeaButtons] = [0x0006, 0x0008, 0x0005, 0xfc80] as const
const ikea = 0x117c
const ikeaMoveRate = 83
/** STYRBAR follows the release of an arrow with an "on" nobody pressed (zigbee2mqtt #13335). */
const spuriousOnMs = 500

function command(cluster: number, id: number, payload = Buffer.alloc(0), endpoint = 1): Send {
  return (device) => device.outbox.command(endpoint, cluster, id, payload, null)
}

function ikeaCommand(cluster: number, id: number, payload: Buffer, endpoint = 1): Send {
  return (device) => device.outbox.command(endpoint, cluster, id, payload, ikea)
}

const move = (up: boolean) => Buffer.from([up ? 0 : 1, ikeaMoveRate])
/** "On" and "off" switch; held they dim until released. Dimming up lights the lamp, dimming down keeps it lit. */
const dimmerKeysAt = (endpoint: number): Keys => ({
  on: {
    single: command(onOff, 0x01, undefined, endpoint),
    hold: command(level, 0x05, move(true), endpoint),
    release: command(level, 0x07, undefined, endpoint),
  },
  off: {
    single: command(onOff, 0x00, undefined, endpoint),
    hold: command(level, 0x01, move(false), endpoint),
    release: command(level, 0x03, undefined, endpoint),
  },
})
const dimmerKeys = dimmerKeysAt(1)

const switchKeysAt = (endpoint: number): Keys => ({
  on: { single: command(onOff, 0x01, undefined, endpoint) },
  off: { single: command(onOff, 0x00, undefined, endpoint) },
})

function arrow(single: number, hold: number): Partial<Record<PressAction, Send>> {
  return {
    single: ikeaCommand(scenes, 0x07, new ByteWriter().u16(single).u16(0x010d).done()),
    hold: ikeaCommand(scenes, 0x08, new ByteWriter().u16(hold).done()),
    release: (device) => {
      ikeaCommand(scenes, 0x09, new ByteWriter().u16(0).done())(device)
      device.around.clock.after(spuriousOnMs, () => command(onOff, 0x01)(device))
    },
  }
}

/** SOMRIG's key: a press and its release are two commands. */
function shortcut(endpoint: number): Partial<Record<PressAction, Send>> {
  const send = (id: number) => ikeaCommand(ikeaButtons, id, Buffer.from([0]), endpoint)
  return {
    single: (device) => {
      send(0x01)(device)
      send(0x03)(device)
    },
    hold: (device) => {
      send(0x01)(device)
      send(0x02)(device)
    },
    release: send(0x04),
    double: send(0x06),
  }
}

const aqaraButton: Partial<Record<PressAction, Send>> = {
  single: (device) => device.reportUnasked(1, onOff, [constant(0x0000, dataType.boolean, 1)]),
  double: (device) => device.reportUnasked(1, onOff, [constant(0x8000, dataType.uint8, 2)]),
}

/** Keys of every remote of the catalogue. */
const keys: Readonly<Record<string, Keys>> = {
  'Remote Control N2': { ...dimmerKeys, left: arrow(257, 3329), right: arrow(256, 3328) },
  'RODRET Dimmer': dimmerKeys,
  'TRADFRI on/off switch': dimmerKeys,
  'SOMRIG shortcut button': { '1': shortcut(1), '2': shortcut(2) },
  'lumi.sensor_switch.aq2': { button: aqaraButton },
}

/** A remote that the catalogue does not know switches, and dims while held where it has the cluster for that. */
function keysFor({ entry }: SimulatedDevice): Keys {
  const own = keys[entry.name]
  if (own !== undefined || entry.kind !== 'remote') return own ?? {}
  const sender = Object.entries(entry.endpoints).find(([, { out }]) => out.includes(onOff))
  if (sender === undefined) return {}
  const [endpoint, { out }] = sender
  return out.includes(level) ? dimmerKeysAt(Number(endpoint)) : switchKeysAt(Number(endpoint))
}

/** Names of a remote's keys; empty for what is no remote. */
export function keysOf(device: SimulatedDevice): string[] {
  return Object.keys(keysFor(device))
}

/** Presses a key; false when this remote has no such key or gesture. */
export function press(device: SimulatedDevice, key: string, action: PressAction): boolean {
  const send = keysFor(device)[key]?.[action]
  if (send === undefined) return false
  send(device)
  return true
}
