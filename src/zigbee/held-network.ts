import { SecManKeyType } from 'zigbee-herdsman/dist/adapter/ember/enums.js'
import { initSecurityManagerContext } from 'zigbee-herdsman/dist/adapter/ember/utils/initters.js'
import type { ZnpAdapterManager } from 'zigbee-herdsman/dist/adapter/z-stack/adapter/manager.js'
import { NvItemsIds } from 'zigbee-herdsman/dist/adapter/z-stack/constants/common.js'
import * as Structs from 'zigbee-herdsman/dist/adapter/z-stack/structs/index.js'
import { type NetworkRecord, readNetwork } from './network-record.ts'

/** The network in a stick's memory. */
export interface HeldNetwork {
  readonly panId: number
  readonly channel: number
  /** herdsman has finished it: a network that was left half-way is not marked. */
  readonly marked: boolean
  /** All that is needed to go on with it; null when the stick does not tell its key. */
  readonly record: NetworkRecord | null
}

/** Null for a blank stick. Only reads. */
export async function networkOnStick(manager: ZnpAdapterManager): Promise<HeldNetwork | null> {
  const { nv } = manager
  const configured = await nv.readItem(NvItemsIds.ZNP_HAS_CONFIGURED_ZSTACK3, 0, Structs.hasConfigured)
  const nib = await nv.readItem(NvItemsIds.NIB, 0, Structs.nib)
  if (nib === null || !isPanId(nib.nwkPanId)) return null
  const active = await nv.readItem(NvItemsIds.NWK_ACTIVE_KEY_INFO, 0, Structs.nwkKeyDescriptor)
  const { nwkPanId: panId, nwkLogicalChannel: channel, extendedPANID } = nib
  const marked = configured?.isConfigured() === true
  return { panId, channel, marked, record: recordOf(panId, channel, extendedPANID, active?.key) }
}

/** 0xfffe and above mean none. */
function isPanId(id: number): boolean {
  return id < 0xfffe
}

/** The same of a stick of the EmberZNet family, as `emberAdapter.js`, `initTrustCenter`, reads it. */
export async function networkOnEmberStick(ezsp: object): Promise<HeldNetwork> {
  const [, , parameters] = await ask(ezsp, 'ezspGetNetworkParameters')
  const panId = Number(field(parameters, 'panId'))
  const channel = Number(field(parameters, 'radioChannel'))
  const network = { ...initSecurityManagerContext(), coreKeyType: SecManKeyType.NETWORK }
  const [, key] = await ask(ezsp, 'ezspExportKey', network)
  const record = recordOf(panId, channel, field(parameters, 'extendedPanId'), field(key, 'contents'))
  return { panId, channel, marked: true, record }
}

export function isSameNetwork(held: NetworkRecord | null, ours: NetworkRecord): boolean {
  return (
    held !== null &&
    held.panId === ours.panId &&
    held.extendedPanId.join() === ours.extendedPanId.join() &&
    held.networkKey.join() === ours.networkKey.join()
  )
}

function recordOf(
  panId: number,
  channel: number,
  extendedPanId: unknown,
  key: unknown,
): NetworkRecord | null {
  const networkKey = bytes(key)
  if (networkKey.every((byte) => byte === 0)) return null
  return readNetwork({ version: 1, panId, channel, extendedPanId: bytes(extendedPanId), networkKey })
}

function bytes(value: unknown): number[] {
  return value instanceof Uint8Array || Array.isArray(value) ? [...value] : []
}

function field(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null ? Reflect.get(object, name) : undefined
}

async function ask(object: object, method: string, ...args: unknown[]): Promise<unknown[]> {
  const answer: unknown = await Reflect.apply(Reflect.get(object, method), object, args)
  return Array.isArray(answer) ? answer : []
}
