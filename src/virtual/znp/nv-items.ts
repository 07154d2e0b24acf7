import { randomBytes } from 'node:crypto'
import { type Ieee, ieeeBytes } from '../bytes.ts'
import { Nib } from './nib.ts'
import { extended, type NvStore, osal } from './nv-store.ts'

/** Items of OSAL_NV by name (ZComDef.h). */
export const nvItem = {
  extAddr: 0x0001,
  startupOption: 0x0003,
  nib: 0x0021,
  pollRate16: 0x0024,
  extendedPanId: 0x002d,
  pollRate: 0x0035,
  activeKeyInfo: 0x003a,
  alternateKeyInfo: 0x003b,
  groupTable: 0x0042,
  apsUseExtPanId: 0x0047,
  apsLinkKeyTable: 0x004c,
  nodeIsOnANetwork: 0x0055,
  preconfiguredKey: 0x0062,
  nwkKey: 0x0082,
  panId: 0x0083,
  channelList: 0x0084,
  logicalType: 0x0087,
  zdoDirectCallback: 0x008f,
  tclkSeed: 0x0101,
} as const

/** Tables of the extended memory, and how many entries this stick has of each. */
export const nvTable = {
  addressManager: { item: 0x0001, entries: 200, blank: Buffer.alloc(12, 0xff) },
  bindings: { item: 0x0002, entries: 1, blank: Buffer.alloc(14, 0xff) },
  devices: { item: 0x0003, entries: 1, blank: Buffer.alloc(16, 0xff) },
  trustCenterLinkKeys: {
    item: 0x0004,
    entries: 150,
    blank: Buffer.from(`${'00'.repeat(16)}ff000000`, 'hex'),
  },
  apsKeys: { item: 0x0006, entries: 100, blank: Buffer.alloc(24) },
  securityMaterial: { item: 0x0007, entries: 5, blank: Buffer.alloc(12) },
} as const

const linkKeyTableEntries = 100

/** Of NV item 0x03. */
export const startupOption = { clearConfig: 0x01, clearState: 0x02 } as const

type Default = readonly [id: number, hex: string]

/** Items that hold settings. Values are those of a CC2652 after a reset, as public NV dumps show them. */
const settings: readonly Default[] = [
  [0x0003, '00'],
  [0x0004, '0a'],
  [0x0028, '02'],
  [0x0029, '03'],
  [0x002a, '02'],
  [0x002b, '07'],
  [0x002c, '1e'],
  [0x002e, '02'],
  [0x002f, '05'],
  [0x0030, '1e'],
  [0x0032, '01'],
  [0x0033, '78'],
  [0x0034, '0a'],
  // A structure of the firmware: the poll rate, three more, and what this build has behind them.
  [nvItem.pollRate, `b80b0000b80100006400000064000000${'00'.repeat(4)}e8030000${'00'.repeat(16)}`],
  [0x0036, '01'],
  [0x0037, '01'],
  [0x0038, 'ff'],
  [0x0039, '05'],
  [0x003c, '00'],
  [0x003d, '01'],
  [0x003e, '00'],
  [0x0043, '03'],
  [0x0044, 'b80b'],
  [0x0045, '02'],
  [0x0046, '803e'],
  [nvItem.apsUseExtPanId, '0000000000000000'],
  [0x0048, '01'],
  [0x0049, 'feff'],
  [0x004b, '02'],
  [0x004d, 'e803'],
  [0x004e, '0a'],
  [0x004f, '0500'],
  [nvItem.preconfiguredKey, '01030507090b0d0f00020406080a0c0d'],
  [0x0063, '00'],
  [0x0065, '01'],
  [0x0066, '01'],
  [0x0067, '00'],
  [0x006d, '01'],
  [0x0071, '0000000000000000'],
  [0x0081, '0000000000000000000000000000000000'],
  [nvItem.panId, 'ffff'],
  [nvItem.channelList, '00080000'],
  [0x0085, '00'],
  [0x0086, '04'],
  [nvItem.logicalType, '00'],
  [0x0088, '14'],
  [nvItem.zdoDirectCallback, '01'],
  [0x00a1, 'e0'],
]

const stateItems = [
  nvItem.nib,
  nvItem.activeKeyInfo,
  nvItem.alternateKeyInfo,
  nvItem.nwkKey,
  nvItem.nodeIsOnANetwork,
  nvItem.groupTable,
  nvItem.apsLinkKeyTable,
]

/** Gives every item that is missing its default, as the stack does at each reset. `hardware` is burnt in. */
export function fillMissing(store: NvStore, hardware: Ieee): void {
  const missing = (id: number, value: () => Buffer) => {
    if (store.length(osal(id)) === 0) store.put(osal(id), value())
  }
  for (const [id, hex] of settings) missing(id, () => Buffer.from(hex, 'hex'))
  missing(nvItem.extAddr, () => ieeeBytes(hardware))
  missing(nvItem.extendedPanId, () => ieeeBytes(hardware))
  missing(nvItem.nib, () => new Nib().bytes)
  missing(nvItem.activeKeyInfo, () => Buffer.alloc(17))
  missing(nvItem.alternateKeyInfo, () => Buffer.alloc(17))
  missing(nvItem.nwkKey, () => Buffer.alloc(24))
  missing(nvItem.nodeIsOnANetwork, () => Buffer.from([0]))
  missing(nvItem.groupTable, () => Buffer.from(`0000${'ff'.repeat(20)}`, 'hex'))
  missing(nvItem.apsLinkKeyTable, () => Buffer.alloc(2 + 6 * linkKeyTableEntries))
  missing(nvItem.tclkSeed, () => randomBytes(16))
  for (const { item, entries, blank } of Object.values(nvTable)) {
    for (let sub = 0; sub < entries; sub++) {
      if (store.length(extended(item, sub)) === 0) store.put(extended(item, sub), blank)
    }
  }
}

/** Forgets network and keys: what "clear state" at a reset means. */
export function clearState(store: NvStore): void {
  for (const id of stateItems) store.delete(osal(id))
  for (const { item, entries } of Object.values(nvTable)) {
    for (let sub = 0; sub < entries; sub++) store.delete(extended(item, sub))
  }
}

/** Forgets settings: what "clear config" at a reset means. */
export function clearConfig(store: NvStore): void {
  for (const [id] of settings) store.delete(osal(id))
}
