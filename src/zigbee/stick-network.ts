import type { ZnpAdapterManager } from 'zigbee-herdsman/dist/adapter/z-stack/adapter/manager.js'
import { NvItemsIds } from 'zigbee-herdsman/dist/adapter/z-stack/constants/common.js'
import * as Structs from 'zigbee-herdsman/dist/adapter/z-stack/structs/index.js'
import { Subsystem } from 'zigbee-herdsman/dist/adapter/z-stack/unpi/constants.js'
import type { Znp } from 'zigbee-herdsman/dist/adapter/z-stack/znp/index.js'
import { DongleError } from './dongle-problem.ts'

/** What staff allowed to be given up: the network of this PAN id on the stick, or, for `new`, this store's own lamps. */
export type Overwrite = number | 'new' | 'any' | null

export interface Ownership {
  readonly overwrite: Overwrite
  /** Lamps have joined this store's network already. */
  knowsDevices(): boolean
}

/**
 * herdsman overwrites a stick that holds another network, with this store's backup or with an empty network, and says
 * nothing. Here it asks us first. Throws `DongleError` from herdsman's start.
 */
export function guardStick(manager: ZnpAdapterManager, znp: Znp, ownership: Ownership): void {
  const decide: () => Promise<string> = Reflect.get(manager, 'determineStrategy').bind(manager)
  Reflect.set(manager, 'determineStrategy', async () => {
    await refuseRouter(znp)
    const strategy = await decide()
    if (strategy !== 'startup') await askOwner(manager, strategy, ownership)
    return strategy
  })
}

/** A stick of the EmberZNet family leaves its network for ours as readily: `emberAdapter.js`, `initTrustCenter`. */
export function guardEmberStick(adapter: object, ownership: Ownership): void {
  const ezsp: unknown = Reflect.get(adapter, 'ezsp')
  if (typeof ezsp !== 'object' || ezsp === null) return
  const leave: unknown = Reflect.get(ezsp, 'ezspLeaveNetwork')
  if (typeof leave !== 'function') return
  Reflect.set(ezsp, 'ezspLeaveNetwork', async (...args: unknown[]) => {
    const [, , held]: unknown[] = await Reflect.apply(Reflect.get(ezsp, 'ezspGetNetworkParameters'), ezsp, [])
    const panId = typeof held === 'object' && held !== null ? Number(Reflect.get(held, 'panId')) : 0
    const channel = typeof held === 'object' && held !== null ? Number(Reflect.get(held, 'radioChannel')) : 0
    refuseUnlessAllowed({ panId, channel }, ownership.overwrite)
    return await Reflect.apply(leave, ezsp, args)
  })
}

/** Z-Stack tells which roles a firmware can take: bit 0 is the coordinator's ("Monitor and Test API", UTIL_GET_DEVICE_INFO). */
async function refuseRouter(znp: Znp): Promise<void> {
  const { payload } = await znp.requestWithReply(Subsystem.UTIL, 'getDeviceInfo', {})
  if ((Number(payload.devicetype) & 1) === 0) throw new DongleError('dongle-no-coordinator')
}

async function askOwner(manager: ZnpAdapterManager, strategy: string, ownership: Ownership): Promise<void> {
  const held = await networkOnStick(manager)
  if (held !== null) return refuseUnlessAllowed(held, ownership.overwrite)
  const mayForget = ownership.overwrite === 'new' || ownership.overwrite === 'any'
  if (strategy === 'startCommissioning' && ownership.knowsDevices() && !mayForget) {
    throw new DongleError('dongle-blank-no-backup')
  }
}

interface HeldNetwork {
  readonly panId: number
  readonly channel: number
}

function refuseUnlessAllowed(held: HeldNetwork, overwrite: Overwrite): void {
  if (overwrite === 'any' || overwrite === held.panId) return
  throw new DongleError('dongle-other-network', {
    panId: held.panId.toString(16).padStart(4, '0'),
    channel: String(held.channel),
  })
}

/** Null for a blank stick, and for one whose network was never finished. */
async function networkOnStick(manager: ZnpAdapterManager): Promise<HeldNetwork | null> {
  const configured = await manager.nv.readItem(
    NvItemsIds.ZNP_HAS_CONFIGURED_ZSTACK3,
    0,
    Structs.hasConfigured,
  )
  const nib = await manager.nv.readItem(NvItemsIds.NIB, 0, Structs.nib)
  if (nib === null || configured?.isConfigured() !== true) return null
  return { panId: nib.nwkPanId, channel: nib.nwkLogicalChannel }
}
