import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { fixtureId, roomId } from '../contract/ids.ts'
import type { Binding } from '../showroom/bindings.ts'
import { type DeviceId, deviceId } from '../showroom/device.ts'
import type { DeviceDriver, DriverEvent } from '../showroom/driver.ts'
import type { Log } from '../showroom/log.ts'
import { problemSentence, readYamlFile } from '../showroom/yaml-file.ts'
import type { RunningDongle } from './virtual-dongle-process.ts'

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

/** How long a simulated device may take to join and say what it is. */
const joinTimeoutMs = 30_000

/** Switches on the simulated devices that the driver does not know yet and lets them join, as staff would. */
export async function joinVirtualDevices(
  showroom: VirtualShowroom,
  dongle: RunningDongle,
  driver: DeviceDriver,
  known: ReadonlySet<string>,
  log: Log,
): Promise<void> {
  const strangers = showroom.devices.filter(({ ieee }) => !known.has(ieee))
  if (strangers.length === 0) return
  log('info', `${strangers.length} simulated devices join the network.`)
  await driver.openForJoining(60)
  const met = everyDeviceMet(driver, new Set(strangers.map(({ ieee }) => ieee)))
  for (const { ieee } of strangers) await post(dongle, `/devices/${ieee}/join`)
  const missing = await met
  await driver.openForJoining(0)
  if (missing.length > 0) log('warning', `Simulated devices did not join: ${missing.join(', ')}`)
}

/** Resolves with those that were not met in time. */
function everyDeviceMet(driver: DeviceDriver, wanted: Set<string>): Promise<string[]> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      unlisten()
      resolve([...wanted])
    }
    const timer = setTimeout(finish, joinTimeoutMs)
    const unlisten = driver.listen((event: DriverEvent) => {
      if (event.kind !== 'device') return
      wanted.delete(event.device.id)
      if (wanted.size === 0) finish()
    })
  })
}

async function post(dongle: RunningDongle, path: string): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${dongle.control}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  if (!response.ok) throw new Error(`the virtual dongle refused ${path}: ${await response.text()}`)
}
