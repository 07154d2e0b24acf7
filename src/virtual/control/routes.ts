import { z } from 'zod'
import { parseIeee } from '../bytes.ts'
import type { SimulatedDevice } from '../devices/device.ts'
import { keysOf, press, pressActions } from '../devices/remote.ts'
import { setClimate, setClosed, setOccupied } from '../devices/world-events.ts'
import { FaultError, fault, provoke } from '../faults.ts'
import { DeviceListError, type VirtualDongle } from '../virtual-dongle.ts'
import { airQuery, viewAir } from './air-view.ts'
import { viewDevice } from './device-view.ts'
import { HttpError } from './http-error.ts'

/** What a request gets: a status and something to send as JSON. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

type Run = (
  dongle: VirtualDongle,
  body: unknown,
  ieee: string,
  query: URLSearchParams,
) => Answer | Promise<Answer>

interface Route {
  readonly method: string
  readonly path: RegExp
  readonly run: Run
}

const ok = (body: unknown): Answer => ({ status: 200, body })

const newDevice = z.strictObject({
  ieee: z.string().optional(),
  model: z.string(),
  hops: z.number().int().min(1).max(3).default(1),
})
const power = z.strictObject({ on: z.boolean() })
const joining = z.strictObject({ wait: z.boolean().optional() })
const pressing = z.strictObject({ button: z.string(), action: z.enum(pressActions).optional() })
const occupancy = z.strictObject({ occupied: z.boolean() })
const contact = z.strictObject({ closed: z.boolean() })
const position = z.strictObject({ openness: z.number().min(0).max(1) })
const climate = z.strictObject({
  celsius: z.number().min(-40).max(85),
  humidityPercent: z.number().min(0).max(100),
})
const battery = z.strictObject({ charge: z.number().min(0).max(1) })

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body ?? {})
  if (result.success) return result.data
  const [issue] = result.error.issues
  const where = issue?.path.join('.') || 'the body'
  throw new HttpError(400, 'BAD_REQUEST', `Wrong ${where}: ${issue?.message ?? 'not what is expected'}.`)
}

function find(dongle: VirtualDongle, ieee: string): SimulatedDevice {
  const device = dongle.device(ieee)
  if (device === null) throw new HttpError(404, 'NO_SUCH_DEVICE', `There is no device ${ieee}.`)
  return device
}

/** A route about one device: the device is found first, and shown afterwards. */
function about<T>(
  schema: z.ZodType<T>,
  act: (device: SimulatedDevice, body: T, dongle: VirtualDongle) => void,
): Run {
  return (dongle, body, ieee) => {
    const device = find(dongle, ieee)
    act(device, parse(schema, body), dongle)
    return ok(viewDevice(device, dongle.network))
  }
}

function wrongKind(device: SimulatedDevice, what: string): HttpError {
  return new HttpError(409, 'WRONG_KIND', `${device.entry.name} is ${device.entry.kind}: it has no ${what}.`)
}

function needs(device: SimulatedDevice, kinds: readonly string[], what: string): void {
  if (!kinds.includes(device.entry.kind)) throw wrongKind(device, what)
}

const addDevice: Run = (dongle, body) => {
  const { model, ieee, hops } = parse(newDevice, body)
  const address = ieee === undefined ? undefined : parseIeee(ieee)
  if (address === null) throw new HttpError(400, 'BAD_REQUEST', 'An address looks like "0x00158d0000000101".')
  try {
    const device = dongle.addDevice(model, address)
    device.hops = hops
    return { status: 201, body: viewDevice(device, dongle.network) }
  } catch (error) {
    if (error instanceof DeviceListError) throw new HttpError(409, error.code, error.message)
    throw error
  }
}

const join: Run = (dongle, body, ieee) => {
  const device = find(dongle, ieee)
  const { wait } = parse(joining, body)
  const outcome = dongle.network.join(device)
  if (outcome === 'joined' || outcome === 'already-joined') return ok(viewDevice(device, dongle.network))
  if (wait === true && outcome !== 'no-power') {
    dongle.network.seek(device)
    return { status: 202, body: viewDevice(device, dongle.network) }
  }
  const sentences = {
    'network-closed': 'The network is closed: permit joining first, or send {"wait":true}.',
    'no-network': 'The coordinator has no network yet.',
    'no-power': 'The device has no power.',
  }
  throw new HttpError(409, outcome.toUpperCase().replaceAll('-', '_'), sentences[outcome])
}

const remove: Run = (dongle, _, ieee) => {
  dongle.network.remove(find(dongle, ieee))
  return { status: 200, body: { removed: ieee } }
}

const breakIt: Run = async (dongle, body) => {
  const wanted = parse(fault, body)
  try {
    await provoke(dongle, wanted)
  } catch (error) {
    if (error instanceof FaultError) throw new HttpError(404, error.code, error.message)
    throw error
  }
  return ok({ done: wanted.kind, stick: dongle.coordinator.hardwareAddress, plugged: dongle.plugged })
}

const counters: Run = ({ parser, processor, radio, port, framesSent }) =>
  ok({
    framesReceived: parser.frames,
    framesSent,
    garbageBytes: parser.garbageBytes,
    badFrames: parser.badFrames,
    radioFrames: radio.journal.frames.count,
    connections: port.connections,
    requests: processor.counts,
  })

const one = '/devices/([^/]+)'

function route(method: string, path: string, run: Run): Route {
  return { method, path: new RegExp(`^${path}$`), run }
}

const routes: readonly Route[] = [
  route('GET', '/health', (dongle) =>
    ok({
      ok: true,
      pid: process.pid,
      network: dongle.coordinator.started ? 'up' : 'down',
      client: dongle.port.busy,
      plugged: dongle.plugged,
    }),
  ),
  route('GET', '/devices', ({ network }) =>
    ok([...network.devices.values()].map((d) => viewDevice(d, network))),
  ),
  route('POST', '/devices', addDevice),
  route('GET', one, (dongle, _, ieee) => ok(viewDevice(find(dongle, ieee), dongle.network))),
  route('DELETE', one, remove),
  route('POST', `${one}/join`, join),
  route(
    'POST',
    `${one}/leave`,
    about(z.strictObject({}), (device, _, { network }) => network.left(device, false)),
  ),
  route(
    'POST',
    `${one}/power`,
    about(power, (device, { on }) => device.setPowered(on)),
  ),
  route(
    'POST',
    `${one}/press`,
    about(pressing, (device, { button, action = 'single' }) => {
      needs(device, ['remote'], 'buttons')
      if (press(device, button, action)) return
      const known = keysOf(device).join(', ')
      throw new HttpError(400, 'NO_SUCH_BUTTON', `Buttons are ${known}; not all of them can "${action}".`)
    }),
  ),
  route(
    'POST',
    `${one}/occupancy`,
    about(occupancy, (device, { occupied }) => {
      needs(device, ['motion'], 'view of a room')
      setOccupied(device, occupied)
    }),
  ),
  route(
    'POST',
    `${one}/contact`,
    about(contact, (device, { closed }) => {
      needs(device, ['contact', 'leak'], 'contact')
      setClosed(device, closed)
    }),
  ),
  route(
    'POST',
    `${one}/climate`,
    about(climate, (device, { celsius, humidityPercent }) => {
      needs(device, ['climate'], 'thermometer')
      setClimate(device, celsius, humidityPercent)
    }),
  ),
  route(
    'POST',
    `${one}/position`,
    about(position, (device, { openness }) => {
      if (device.parts.blind === null) throw wrongKind(device, 'position')
      device.parts.blind.placeAt(100 * (1 - openness))
    }),
  ),
  route(
    'POST',
    `${one}/battery`,
    about(battery, (device, { charge }) => {
      if (device.parts.battery === null) throw wrongKind(device, 'battery')
      device.parts.battery.charge = charge
    }),
  ),
  route('GET', '/counters', counters),
  route('GET', '/air', (dongle, _body, _ieee, query) =>
    ok(viewAir(dongle, parse(airQuery, Object.fromEntries(query)))),
  ),
  route('POST', '/faults', breakIt),
]

/** Finds the route and runs it. Throws `HttpError`. */
export function dispatch(
  dongle: VirtualDongle,
  method: string,
  url: URL,
  body: unknown,
): Answer | Promise<Answer> {
  const path = url.pathname
  const here = routes.filter((candidate) => candidate.path.test(path))
  if (here.length === 0) throw new HttpError(404, 'NOT_FOUND', `There is nothing at ${path}.`)
  const found = here.find((candidate) => candidate.method === method)
  if (found === undefined) {
    const allowed = here.map((candidate) => candidate.method).join(' or ')
    throw new HttpError(405, 'METHOD_NOT_ALLOWED', `${path} takes ${allowed}, not ${method}.`)
  }
  const [, ieee = ''] = found.path.exec(path) ?? []
  return found.run(dongle, body, ieee.toLowerCase(), url.searchParams)
}

/** Methods that a path takes, for the Allow header. */
export function allowedMethods(path: string): string[] {
  return routes.filter((candidate) => candidate.path.test(path)).map((candidate) => candidate.method)
}
