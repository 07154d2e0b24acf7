import { WireClient } from '../../wire-client.ts'
import type { SimulatedDevice } from '../device.ts'
import type { Lamp } from '../lamp.ts'

/** A network with one device of that model, and a way to send it commands of its clusters. */
export async function joinedDevice(model: string) {
  const client = new WireClient()
  await client.form()
  client.ask(5, 0x36, Buffer.from([0x0f, 0xfc, 0xff, 254, 0]))
  const device = client.dongle.addDevice(model)
  client.dongle.network.join(device)
  await client.clock.advance(200)
  const nwk = device.nwk ?? 0xffff
  const command = (cluster: number, id: number, ...payload: number[]) =>
    client.zcl(nwk, cluster, [0x01, 9, id, ...payload])
  return { client, device, nwk, command }
}

export function lampOf(device: SimulatedDevice): Lamp {
  if (device.parts.lamp === null) throw new Error('not a lamp')
  return device.parts.lamp
}
