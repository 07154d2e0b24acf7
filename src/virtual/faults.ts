import { z } from 'zod'
import { parseIeee } from './bytes.ts'
import type { SimulatedDevice } from './devices/device.ts'
import { ScenesCluster } from './devices/scenes.ts'
import { clearLine } from './line-noise.ts'
import type { VirtualDongle } from './virtual-dongle.ts'

const ieee = z.string()
const share = z.number().min(0).max(1)
const milliseconds = z.number().min(0).max(600_000)

/** Faults that can be provoked, as POST /faults takes them. */
export const fault = z.discriminatedUnion('kind', [
  /** A device lives but its radio is dead, or well again. */
  z.strictObject({ kind: z.literal('dead-device'), ieee, dead: z.boolean() }),
  /** A device takes so long over every frame; 0 mends it. */
  z.strictObject({ kind: z.literal('slow-device'), ieee, ms: milliseconds }),
  /** A device loses frames each way: all, or those to and from one other; 0 mends it. */
  z.strictObject({ kind: z.literal('lossy-link'), ieee, peer: ieee.optional(), loss: share }),
  /** A device is carried elsewhere: so many hops from the coordinator. */
  z.strictObject({ kind: z.literal('moved'), ieee, hops: z.number().int().min(1).max(3) }),
  /** Somebody holds a device close to the stick; with a channel it belongs to another household's network there. */
  z.strictObject({
    kind: z.literal('held-close'),
    ieee,
    channel: z.number().int().min(11).max(26).optional(),
  }),
  /** A device has room for fewer groups or scenes than its model has. */
  z.strictObject({
    kind: z.literal('small-memory'),
    ieee,
    groups: z.number().int().min(0).max(255).optional(),
    scenes: z.number().int().min(0).max(255).optional(),
  }),
  /** Energy on one channel, as a scan shows it; above 100 it drowns frames. */
  z.strictObject({
    kind: z.literal('noise'),
    channel: z.number().int().min(11).max(26),
    energy: z.number().int().min(0).max(255),
  }),
  /** Bytes that belong to no frame go out before each of the next `frames` frames. */
  z.strictObject({
    kind: z.literal('garbage'),
    bytes: z.number().int().min(1).max(1024),
    frames: z.number().int().min(0).max(100000),
  }),
  /** The serial line spoils bytes, each way or one, until it is told otherwise. */
  z.strictObject({
    kind: z.literal('line-noise'),
    towards: z.enum(['host', 'dongle', 'both']).default('both'),
    corrupt: share.default(0),
    duplicate: share.default(0),
    lose: share.default(0),
  }),
  /** So many bytes of nonsense go to the host, made of what it has heard before. */
  z.strictObject({ kind: z.literal('fuzz'), bytes: z.number().int().min(1).max(1_000_000) }),
  /** The stick has no room for anything to send, until it is told otherwise. */
  z.strictObject({ kind: z.literal('buffer-full'), full: z.boolean() }),
  /** The connection breaks; the port can be opened again at once. */
  z.strictObject({ kind: z.literal('drop-connection') }),
  /** The stick is pulled out: its port is gone. With `forMs` it is put back after that long. */
  z.strictObject({ kind: z.literal('unplug'), forMs: milliseconds.optional() }),
  z.strictObject({ kind: z.literal('plug-in') }),
  /** The stick forgets everything, and starts anew. */
  z.strictObject({ kind: z.literal('nv-wiped') }),
  /** Another stick, fresh from its box, is put in instead: same air, other address. */
  z.strictObject({ kind: z.literal('blank-stick'), ieee: ieee.optional() }),
  /** Another stick that was in use elsewhere is put in instead: it holds a network of its own. */
  z.strictObject({ kind: z.literal('used-stick') }),
])
export type Fault = z.infer<typeof fault>

/** A fault about something that is not there. */
export class FaultError extends Error {
  readonly code = 'FAULT'
}

/** Does it. Throws `FaultError`. */
export async function provoke(dongle: VirtualDongle, wanted: Fault): Promise<void> {
  switch (wanted.kind) {
    case 'dead-device':
      find(dongle, wanted.ieee).deadRadio = wanted.dead
      return
    case 'slow-device':
      find(dongle, wanted.ieee).slowMs = wanted.ms
      return
    case 'lossy-link': {
      const peer = wanted.peer === undefined ? null : addressOf(wanted.peer)
      dongle.radio.topology.setLoss(wanted.loss, find(dongle, wanted.ieee).ieee, peer)
      return
    }
    case 'moved':
      find(dongle, wanted.ieee).hops = wanted.hops
      return
    case 'held-close': {
      const device = find(dongle, wanted.ieee)
      device.isHeldClose = true
      const elsewhere = { nwk: 0x2f41, networkId: 'another household' }
      if (wanted.channel !== undefined) device.join({ ...elsewhere, channel: wanted.channel })
      return
    }
    case 'small-memory':
      for (const endpoint of find(dongle, wanted.ieee).endpoints) {
        if (wanted.groups !== undefined) endpoint.groups.capacity = wanted.groups
        const scenes = endpoint.servers.get(0x0005)
        if (wanted.scenes !== undefined && scenes instanceof ScenesCluster) scenes.capacity = wanted.scenes
      }
      return
    case 'noise':
      dongle.radio.topology.noise[wanted.channel - 11] = wanted.energy
      return
    case 'garbage':
      dongle.line.garbage = { bytes: wanted.bytes, frames: wanted.frames }
      return
    case 'line-noise': {
      const { corrupt, duplicate, lose, towards } = wanted
      const quality = corrupt + duplicate + lose === 0 ? clearLine : { corrupt, duplicate, lose }
      if (towards !== 'dongle') dongle.line.towardsHost = quality
      if (towards !== 'host') dongle.line.towardsDongle = quality
      return
    }
    case 'fuzz':
      dongle.sendNonsense(wanted.bytes)
      return
    case 'buffer-full':
      dongle.coordinator.isFull = wanted.full
      return
    case 'drop-connection':
      dongle.port.drop()
      return
    case 'unplug':
      await dongle.unplug()
      if (wanted.forMs !== undefined)
        dongle.clock.after(wanted.forMs, () => void dongle.plugIn().catch(console.error))
      return
    case 'plug-in':
      await dongle.plugIn()
      return
    case 'nv-wiped':
      await dongle.unplug()
      dongle.coordinator.replaceMemory(dongle.coordinator.hardwareAddress)
      await dongle.plugIn()
      return
    case 'blank-stick':
      await dongle.unplug()
      dongle.coordinator.replaceMemory(
        wanted.ieee === undefined ? dongle.freshStickAddress() : addressOf(wanted.ieee),
      )
      await dongle.plugIn()
      return
    case 'used-stick':
      await dongle.unplug()
      dongle.coordinator.bringNetwork(dongle.freshStickAddress())
      await dongle.plugIn()
  }
}

function find(dongle: VirtualDongle, address: string): SimulatedDevice {
  const device = dongle.device(address)
  if (device === null) throw new FaultError(`There is no device ${address}.`)
  return device
}

function addressOf(text: string) {
  const address = parseIeee(text)
  if (address === null) throw new FaultError('An address looks like "0x00158d0000000101".')
  return address
}
