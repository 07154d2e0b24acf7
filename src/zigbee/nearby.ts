import type { Controller } from 'zigbee-herdsman'
import { deviceId } from '../showroom/device.ts'
import type { NearbyDevice } from '../showroom/driver.ts'

type Touchlink = Controller['touchlink']

/**
 * Touchlink, as herdsman speaks it: the stick leaves its network's channel, asks on all sixteen who is within half a
 * metre, and returns. Meanwhile nothing else can be sent. Of several lamps on one channel only the first is heard.
 */
export async function findNearby(touchlink: Touchlink): Promise<NearbyDevice[] | null> {
  const found = await touchlink.scan().catch((error: unknown) => {
    // deCONZ, ZBOSS and ZiGate sticks: herdsman has no touchlink for them, and says so.
    if (error instanceof Error && /not supported/i.test(error.message)) return null
    throw error
  })
  if (found === null) return null
  return found.flatMap(({ ieeeAddr, channel }) => {
    const device = deviceId.safeParse(ieeeAddr)
    return device.success ? [{ device: device.data, channel }] : []
  })
}

/** False when it does not answer any more. */
export async function blinkNearby(touchlink: Touchlink, { device, channel }: NearbyDevice): Promise<boolean> {
  return await answered(touchlink.identify(device, channel))
}

/** It blinks once more for two seconds, then it forgets its network. */
export async function resetNearby(touchlink: Touchlink, { device, channel }: NearbyDevice): Promise<boolean> {
  return await answered(touchlink.factoryReset(device, channel))
}

/** herdsman rejects when nobody on that channel has answered; what else goes wrong ends the connection by itself. */
async function answered(deed: Promise<unknown>): Promise<boolean> {
  return await deed.then(
    () => true,
    () => false,
  )
}
