import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { discoverAdapter, findUsbAdapter } from 'zigbee-herdsman/dist/adapter/adapterDiscovery.js'
import type { DonglePort } from './dongle-port.ts'

type Family = DonglePort['adapter']

/** Looks through the serial ports for a dongle that is known by its USB identity; null when there is none. */
export async function findUsbDongle(adapter: Family): Promise<DonglePort | null> {
  if (!(await canListPorts())) return null
  const found = await findUsbAdapter(adapter ?? undefined)
  if (found?.path === undefined) return null
  return {
    path: found.path,
    adapter: familyOf(found.adapter) ?? adapter,
    ...(found.baudRate === undefined ? {} : { baudRate: found.baudRate }),
    ...(found.rtscts === undefined ? {} : { rtscts: found.rtscts }),
    simulated: false,
  }
}

/** The dongle at a place that somebody named: a serial path or `tcp://host:port`. */
export async function dongleAt(path: string, adapter: Family): Promise<DonglePort> {
  if (/^tcp:\/\//i.test(path))
    return {
      path,
      adapter: adapter ?? 'zstack',
      ...(adapter === null ? {} : { namedFamily: adapter }),
      simulated: false,
    }
  if (adapter !== null) return { path, adapter, namedFamily: adapter, simulated: false }
  // A port without a USB identity, such as a pseudo-terminal, says nothing of the family: Texas Instruments'
  // protocol is the most common one.
  const found = (await canListPorts()) ? await discoverAdapter(undefined, path).catch(() => null) : null
  return { path, adapter: familyOf(found?.adapter) ?? 'zstack', simulated: false }
}

/** On Linux serial ports are listed by `udevadm`; without it, as in many containers, listing would end the process. */
async function canListPorts(): Promise<boolean> {
  if (process.platform !== 'linux') return true
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const found = await Promise.allSettled(folders.map((folder) => access(join(folder, 'udevadm'))))
  return found.some(({ status }) => status === 'fulfilled')
}

function familyOf(name: string | undefined): Family {
  switch (name) {
    case 'zstack':
    case 'ember':
    case 'deconz':
    case 'zboss':
    case 'zigate':
      return name
    default:
      return null
  }
}
