import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { fixtureId, roomId } from '../contract/ids.ts'
import type { Binding } from '../showroom/bindings.ts'
import { type DeviceId, deviceId } from '../showroom/device.ts'
import { problemSentence, readYamlFile } from '../showroom/yaml-file.ts'

const listed = z
  .object({ ieee: deviceId, room: roomId.optional(), fixture: fixtureId.optional() })
  .refine(
    ({ room, fixture }) => (room === undefined) === (fixture === undefined),
    'needs both "room" and "fixture", or neither',
  )

/**
 * `scenes/virtual-showroom.yaml`: the simulated devices, and the fixtures that they stand for, if any. What else
 * stands there, such as models of one's own, is for the virtual dongle, which reads the same file.
 */
const virtualShowroom = z.object({ version: z.literal(1), devices: z.array(listed) })
export type VirtualShowroom = z.infer<typeof virtualShowroom>

export const noDevices: VirtualShowroom = { version: 1, devices: [] }

export async function readVirtualShowroom(file: string): Promise<VirtualShowroom> {
  const result = readYamlFile(file, await readFile(file, 'utf8'), virtualShowroom)
  if (result.ok) return result.checked.value
  throw new Error(result.problems.map(problemSentence).join('\n'))
}

/** Where a device belongs if it is one of the simulated ones: at one fixture, or nowhere. */
export function bindingsOf(showroom: VirtualShowroom, device: DeviceId): Binding[] {
  return showroom.devices.flatMap(({ ieee, room, fixture }) =>
    ieee === device && room !== undefined && fixture !== undefined ? [{ room, fixture, device: ieee }] : [],
  )
}
