import type { Controller } from 'zigbee-herdsman'
import { ClusterId } from 'zigbee-herdsman/dist/zspec/zdo/definition/clusters.js'

/**
 * The channels that Zigbee lights look for a network on first (ZLL's primary channels). They lie beside the Wi-Fi
 * channels 1, 6 and 11 that shops use most: 25 above all three, 20 and 15 in the gaps, 11 under the first one's edge.
 */
export const lightChannels = [25, 20, 15, 11] as const

/** Energy as a scan tells it, 0 to 255, by channel. */
export type Energies = ReadonlyMap<number, number>

/** Wi-Fi comes in bursts: one quiet moment says little, so the loudest of some counts. */
const scans = 3
/** Listens for 2^2 + 1 superframes of 15 ms on each channel (Zigbee specification 2.4.3.3.9). */
const scanDuration = 2
/** A move costs every lamp some seconds: it must be worth it. */
const worthMoving = 15

/** The quietest of the channels for lights; the present one unless another is clearly quieter. */
export function quietestChannel(energies: Energies, present: number): number {
  const energyOf = (channel: number) => energies.get(channel) ?? 255
  const best = lightChannels.reduce((a, b) => (energyOf(b) < energyOf(a) ? b : a))
  return energyOf(present) - energyOf(best) >= worthMoving ? best : present
}

const coordinator = { ieeeAddress: '0x0000000000000000', networkAddress: 0 } as const
/** Everybody, sleeping ones too. */
const everybody = { ieeeAddress: '0x0000000000000000', networkAddress: 0xffff } as const
const request = { profileId: 0, clusterKey: ClusterId.NWK_UPDATE_REQUEST } as const
const changeChannel = 0xfe

/** What the stick hears on the channels for lights, at worst. */
export async function scanEnergies(controller: Controller): Promise<Energies> {
  const loudest = new Map<number, number>()
  for (let scan = 0; scan < scans; scan++) {
    const answer = await controller.sendRaw({
      ...coordinator,
      ...request,
      zdoParams: [[...lightChannels], scanDuration, 1, undefined, undefined],
    })
    for (const [channel, energy] of energiesIn(answer)) {
      loudest.set(channel, Math.max(energy, loudest.get(channel) ?? 0))
    }
  }
  return loudest
}

function energiesIn(answer: unknown): [number, number][] {
  const body: unknown = Array.isArray(answer) ? answer[1] : null
  if (typeof body !== 'object' || body === null) throw new Error('the dongle cannot scan for energy')
  const mask = Number(Reflect.get(body, 'scannedChannels'))
  const entries: unknown = Reflect.get(body, 'entryList')
  if (!Array.isArray(entries)) throw new Error('the dongle cannot scan for energy')
  const channels = Array.from({ length: 27 }, (_, channel) => channel).filter(
    (channel) => mask & (1 << channel),
  )
  return channels.map((channel, index) => [channel, Number(entries[index])])
}

/** The stick moves once its broadcast has gone round: 9 s by the specification. */
const moveMs = 15_000
const lookMs = 250

/** Tells everybody to change to `channel`, and waits until the stick has; rejects when it does not. */
export async function moveNetwork(controller: Controller, channel: number): Promise<void> {
  const { nwkUpdateID } = await controller.getNetworkParameters()
  await controller.sendRaw({
    ...everybody,
    ...request,
    zdoParams: [[channel], changeChannel, undefined, (nwkUpdateID + 1) & 0xff, undefined],
    disableResponse: true,
  })
  const endMs = performance.now() + moveMs
  for (;;) {
    // herdsman believes that the channel never changes.
    Reflect.set(controller, 'networkParametersCached', undefined)
    const now = await controller.getNetworkParameters()
    if (now.channel === channel) return
    if (performance.now() > endMs) throw new Error(`the dongle stayed on channel ${now.channel}`)
    await new Promise((resolve) => setTimeout(resolve, lookMs).unref())
  }
}
