import type { Controller } from 'zigbee-herdsman'
import { Device, InterviewState } from 'zigbee-herdsman/dist/controller/model/device.js'
import type { OpenBackup } from './coordinator-backup.ts'
import type { HerdsmanDevice } from './definition.ts'

/** Zigbee Device Profile, Device_annce (cluster 0x0013). */
const deviceAnnounce = 0x13

/**
 * herdsman knows those that joined while it listened. In a network that somebody else has built it is told of the
 * others: those that the stick remembers, those that are heard around it, and those that say they are there.
 */
export class NetworkExplorer {
  private readonly controller: Controller
  private readonly isOver: () => boolean
  private readonly asleep = new Set<string>()

  constructor(controller: Controller, isOver: () => boolean) {
    this.controller = controller
    this.isOver = isOver
  }

  /** It would not hear a question before it speaks by itself. */
  isAsleep(device: HerdsmanDevice): boolean {
    return this.asleep.has(device.ieeeAddr)
  }

  /** The devices that the stick's own memory names, as far as they are new. */
  remembered(backup: OpenBackup | null): HerdsmanDevice[] {
    return (backup?.devices ?? []).flatMap(({ ieee_address: ieee, nwk_address: nwk }) =>
      nwk === null ? [] : introduce(`0x${ieee.toLowerCase()}`, Number.parseInt(nwk, 16)),
    )
  }

  /** New devices among those that the stick hears. Rejects when it does not tell. */
  async aroundStick(): Promise<HerdsmanDevice[]> {
    const [stick] = this.controller.getDevicesByType('Coordinator')
    return stick === undefined ? [] : await this.around(stick)
  }

  /** New devices among those that a router hears. Rejects when it does not tell. */
  async around(router: HerdsmanDevice): Promise<HerdsmanDevice[]> {
    const found: HerdsmanDevice[] = []
    for (const { eui64, nwkAddress, rxOnWhenIdle } of await router.lqi()) {
      if (this.isOver()) break // herdsman's list of devices is the next connection's by now.
      if (rxOnWhenIdle === 0) this.asleep.add(eui64)
      found.push(...introduce(eui64, nwkAddress))
    }
    return found
  }

  /** To be called when the network is up. */
  onStranger(use: (device: HerdsmanDevice) => void): void {
    const adapter: unknown = Reflect.get(this.controller, 'adapter')
    if (!isEmitter(adapter)) throw new Error('this zigbee-herdsman has another adapter than the one we know')
    adapter.on('zdoResponse', (cluster: number, [, announce]: readonly [number, unknown]) => {
      if (cluster !== deviceAnnounce || !isAnnounce(announce)) return
      for (const device of introduce(announce.eui64, announce.nwkAddress)) use(device)
    })
  }
}

/** Nothing for a device that herdsman knows, or was told to forget. */
function introduce(ieee: string, nwk: number): HerdsmanDevice[] {
  if (nwk === 0 || nwk > 0xfff7 || Device.byIeeeAddr(ieee, true) !== undefined) return []
  const unknown = undefined
  return [
    Device.create('Unknown', ieee, nwk, unknown, unknown, unknown, unknown, InterviewState.Pending, unknown),
  ]
}

interface Announce {
  readonly eui64: string
  readonly nwkAddress: number
}

function isAnnounce(value: unknown): value is Announce {
  return typeof value === 'object' && value !== null && 'eui64' in value && 'nwkAddress' in value
}

interface Emitter {
  on(event: 'zdoResponse', hear: (cluster: number, response: readonly [number, unknown]) => void): void
}

function isEmitter(value: unknown): value is Emitter {
  return typeof value === 'object' && value !== null && 'on' in value
}
