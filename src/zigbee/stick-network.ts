import type { ZnpAdapterManager } from 'zigbee-herdsman/dist/adapter/z-stack/adapter/manager.js'
import { Subsystem } from 'zigbee-herdsman/dist/adapter/z-stack/unpi/constants.js'
import type { Znp } from 'zigbee-herdsman/dist/adapter/z-stack/znp/index.js'
import { DongleError } from './dongle-problem.ts'
import { type HeldNetwork, isSameNetwork, networkOnEmberStick, networkOnStick } from './held-network.ts'
import type { NetworkRecord } from './network-record.ts'
import type { UnfinishedStick } from './unfinished-stick.ts'

/** What staff allowed to be given up: the network of this PAN id on the stick, or, for `new`, this store's own lamps. */
export type Overwrite = number | 'new' | 'any' | null

export interface Ownership {
  readonly overwrite: Overwrite
  readonly network: NetworkRecord
  /** `network` is only an offer so far: what the stick holds goes before it. */
  readonly adopts: boolean
  /** Lamps have joined this store's network already. */
  knowsDevices(): boolean
  /** Knows whether what a stick holds half-way was begun here. */
  readonly unfinished: Pick<UnfinishedStick, 'isSo' | 'begins'>
}

/** The kiosk has no network yet, and the stick brings this one: it is to be opened once more, with it. */
export class NetworkToAdopt extends Error {
  readonly network: NetworkRecord

  constructor(network: NetworkRecord) {
    super('the dongle brings its network along')
    this.network = network
  }
}

/**
 * herdsman overwrites a stick that holds another network, with this store's backup or with an empty network, and says
 * nothing. Here it asks us first. Throws `DongleError` or `NetworkToAdopt` from herdsman's start.
 */
export function guardStick(manager: ZnpAdapterManager, znp: Znp, ownership: Ownership): void {
  const decide: () => Promise<string> = Reflect.get(manager, 'determineStrategy').bind(manager)
  Reflect.set(manager, 'determineStrategy', async () => {
    await refuseRouter(znp)
    const held = await networkOnStick(manager)
    if (held !== null) await adopt(held, ownership, () => Reflect.apply(markAsDone(manager), manager, []))
    // herdsman looks at more than this, such as a second key that other programs leave empty.
    if (held?.marked && isSameNetwork(held.record, ownership.network)) return 'startup'
    const strategy = await decide()
    if (strategy === 'startup') return strategy
    await askOwner(held, strategy, ownership)
    await ownership.unfinished.begins()
    return strategy
  })
}

/**
 * A stick of the EmberZNet family leaves its network for ours as readily, and forms one anew where there is none:
 * `emberAdapter.js`, `initTrustCenter`.
 */
export function guardEmberStick(adapter: object, ownership: Ownership): void {
  const ezsp: unknown = Reflect.get(adapter, 'ezsp')
  if (typeof ezsp !== 'object' || ezsp === null) return
  const leave: unknown = Reflect.get(ezsp, 'ezspLeaveNetwork')
  const form: unknown = Reflect.get(adapter, 'formNetwork')
  if (typeof leave !== 'function' || typeof form !== 'function') {
    throw new Error('this zigbee-herdsman starts EmberZNet networks in another way')
  }
  let gaveUpTheirs = false
  Reflect.set(ezsp, 'ezspLeaveNetwork', async (...args: unknown[]) => {
    const held = await networkOnEmberStick(ezsp)
    await adopt(held, ownership, async () => {})
    refuseUnlessAllowed(held, ownership.overwrite)
    gaveUpTheirs = true
    return await Reflect.apply(leave, ezsp, args)
  })
  Reflect.set(adapter, 'formNetwork', async (isBackup: boolean, ...args: unknown[]) => {
    if (!isBackup && !gaveUpTheirs) refuseToForgetLamps(ownership)
    return await Reflect.apply(form, adapter, [isBackup, ...args])
  })
}

/** Another program may have formed it, without herdsman's mark: that is all that is written to the stick. */
async function adopt(held: HeldNetwork, ownership: Ownership, mark: () => Promise<void>): Promise<void> {
  if (!ownership.adopts || held.record === null || mayGiveUp(held, ownership.overwrite)) return
  if (!held.marked) await mark()
  throw new NetworkToAdopt(held.record)
}

function markAsDone(manager: ZnpAdapterManager): () => Promise<void> {
  const mark: unknown = Reflect.get(manager, 'writeConfigurationFlag')
  if (!isTask(mark)) throw new Error('this zigbee-herdsman marks networks in another way')
  return mark
}

function isTask(value: unknown): value is () => Promise<void> {
  return typeof value === 'function'
}

/** Z-Stack tells which roles a firmware can take: bit 0 is the coordinator's ("Monitor and Test API", UTIL_GET_DEVICE_INFO). */
async function refuseRouter(znp: Znp): Promise<void> {
  const { payload } = await znp.requestWithReply(Subsystem.UTIL, 'getDeviceInfo', {})
  if ((Number(payload.devicetype) & 1) === 0) throw new DongleError('dongle-no-coordinator')
}

async function askOwner(held: HeldNetwork | null, strategy: string, ownership: Ownership): Promise<void> {
  if (held !== null && !isSameNetwork(held.record, ownership.network)) {
    const isTheirs = held.marked || !(await ownership.unfinished.isSo())
    if (isTheirs) {
      refuseUnlessAllowed(held, ownership.overwrite)
      return
    }
  }
  if (strategy === 'startCommissioning') refuseToForgetLamps(ownership)
}

/** To begin anew means to join every lamp again. */
function refuseToForgetLamps({ overwrite, knowsDevices }: Ownership): void {
  const mayForget = overwrite === 'new' || overwrite === 'any'
  if (knowsDevices() && !mayForget) throw new DongleError('dongle-blank-no-backup')
}

function mayGiveUp({ panId }: HeldNetwork, overwrite: Overwrite): boolean {
  return overwrite === 'any' || overwrite === panId
}

function refuseUnlessAllowed(held: HeldNetwork, overwrite: Overwrite): void {
  if (mayGiveUp(held, overwrite)) return
  throw new DongleError('dongle-other-network', {
    panId: held.panId.toString(16).padStart(4, '0'),
    channel: String(held.channel),
  })
}
