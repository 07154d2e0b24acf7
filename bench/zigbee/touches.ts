import { Device, type Endpoint } from 'zigbee-herdsman/dist/controller/model/index.js'
import type { DeviceId } from '../../src/showroom/device.ts'
import type { CommandPlan } from '../../src/showroom/driver.ts'
import { type BenchRoom, lit, pause, until } from './bench-room.ts'
import { atMost, type Measured } from './bound.ts'
import { round, spreadOf } from './statistics.ts'

const samples = 300
const touches = 200

/** From a command to its frame at the lamp: through our driver, and with bare herdsman on the same connection. */
export async function measureLatency(room: BenchRoom): Promise<Measured> {
  room.only(Number.POSITIVE_INFINITY)
  room.standInRings(1)
  const times: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] }
  const lamps = room.ids
  for (let sample = 0; sample < 2 * samples; sample++) {
    const device = lamps[sample % lamps.length]
    if (device === undefined) throw new Error('there are no lamps')
    const way = sample % 2 === 0 ? 'ours' : 'bare'
    times[way].push(await atTheLamp(room, device, way, sample))
    await pause(5)
  }
  const [ours, bare] = [spreadOf(times.ours), spreadOf(times.bare)]
  const ratio = round(ours.p50 / bare.p50)
  return {
    title: 'Command to frame at the lamp, ms',
    rows: [
      { way: 'our driver', ...ours },
      { way: 'bare herdsman', ...bare },
    ],
    bounds: [atMost('our command latency against bare herdsman, p50', ratio, 1.3)],
  }
}

async function atTheLamp(
  room: BenchRoom,
  device: DeviceId,
  way: 'ours' | 'bare',
  sample: number,
): Promise<number> {
  const first = room.journal.applied.count
  const level = 10 + (sample % 200)
  const start = room.now()
  const answer =
    way === 'ours'
      ? room.driver.send([
          { kind: 'light', device, on: true, brightness: (level - 1) / 253, transitionMs: 0 },
        ])[0]
      : bareEndpoint(device).command(
          'genLevelCtrl',
          'moveToLevelWithOnOff',
          { level, transtime: 0 },
          { disableRecovery: true },
        )
  await answer
  const applied = await until(
    () => room.journal.applied.since(first).find(({ entry }) => entry.ieee === device && entry.cluster === 8),
    'a command',
  )
  return applied.entry.atMs - start
}

/** herdsman's own endpoint, without anything of ours in between. */
function bareEndpoint(device: DeviceId): Endpoint {
  const endpoints = Device.byIeeeAddr(device)?.endpoints ?? []
  const endpoint = endpoints.find((each) => each.supportsInputCluster('genLevelCtrl'))
  if (endpoint === undefined) throw new Error(`${device} is not known`)
  return endpoint
}

/** A touch on a lamp while scenes are being stored in all of them: until its first frame is out. */
export async function measureTouches(room: BenchRoom, rings: number): Promise<Measured> {
  room.only(Number.POSITIVE_INFINITY)
  room.standInRings(rings)
  const { ids, lamps } = room
  const plans: CommandPlan[] = [0, 1, 2].map((number) => ({
    name: `set-up/${number}`,
    commands: ids.map((id, index) => lit(id, (1 + ((index + number * rings) % 200)) / 220)),
  }))
  const sentFrames = () => room.journal.counts.unicast ?? 0
  room.driver.prepare(plans)
  const before = sentFrames()
  await until(() => sentFrames() > before + 100, 'storing')
  const wire = new Wire(room)
  const [onWire, onAir]: [number[], number[]] = [[], []]
  let failed = 0
  let wasReady = false
  for (let sample = 0; sample < touches && !wasReady; sample++) {
    const index = (sample * 37) % ids.length
    const [device, lamp] = [ids[index], lamps[index]]
    if (device === undefined || lamp === undefined) throw new Error('there are no lamps')
    const [first, start] = [room.journal.frames.count, room.now()]
    const touch = { kind: 'light', device, on: true, brightness: 0.5, transitionMs: 125 } as const
    const outcome = Promise.all(room.driver.send([touch])).then(([result]) => result?.kind)
    onWire.push((await until(() => wire.requestTo(lamp.nwk ?? 0, start), 'a touch')) - start)
    const startMs = await untilOnAir(room, first, lamp.nwk ?? 0, outcome)
    if (startMs === null) failed++
    else onAir.push(startMs - start)
    wasReady = isPrepared(room, plans.length)
    await pause(100)
  }
  wire.release()
  await until(() => isPrepared(room, plans.length), 'storing')
  const spread = spreadOf(onWire)
  return {
    title: `A touch while ${ids.length} lamps are set up, ${rings === 1 ? 'one hop' : `one to ${rings} hops`} away, ms`,
    rows: [
      { until: 'on the wire', touches: onWire.length, failed: 0, ...spread },
      { until: 'on the air', touches: onAir.length, failed, ...spreadOf(onAir) },
    ],
    bounds: [atMost(`${rings} hop: touch on the wire while lamps are set up, p99`, spread.p99, 150, ' ms')],
  }
}

/** AF_DATA_REQUEST, and the cluster of levels. */
const [dataRequest, levelCluster] = [0x01, 0x0008] as const

/** Listens on the serial line, at the dongle's end. */
class Wire {
  private readonly requests: { readonly nwk: number; readonly atMs: number }[] = []
  private readonly room: BenchRoom
  private readonly process: BenchRoom['dongle']['processor']['process']

  constructor(room: BenchRoom) {
    const { processor } = room.dongle
    this.room = room
    this.process = processor.process.bind(processor)
    processor.process = (frame) => {
      const isCommand = frame.subsystem === 4 && frame.command === dataRequest
      if (isCommand && frame.data.readUInt16LE(4) === levelCluster) {
        this.requests.push({ nwk: frame.data.readUInt16LE(0), atMs: room.now() })
      }
      return this.process(frame)
    }
  }

  /** When the first command to a lamp came, from `sinceMs` on. */
  requestTo(nwk: number, sinceMs: number): number | undefined {
    return this.requests.find((request) => request.nwk === nwk && request.atMs >= sinceMs)?.atMs
  }

  release(): void {
    this.room.dongle.processor.process = this.process
  }
}

/** When the first frame of a touch was on the air; null when the dongle found no way for it. */
async function untilOnAir(
  room: BenchRoom,
  first: number,
  nwk: number,
  outcome: Promise<string | undefined>,
): Promise<number | null> {
  let settled = false
  void outcome.then(() => {
    settled = true
  })
  const seen = () =>
    room.journal.frames
      .since(first)
      .find(({ entry }) => entry.from === 0 && entry.target === nwk && entry.cluster === levelCluster)
  await until(() => seen() !== undefined || settled, 'a touch')
  return seen()?.entry.startMs ?? null
}

function isPrepared(room: BenchRoom, total: number): boolean {
  const latest = room.events.filter((event) => event.kind === 'prepared').at(-1)
  return latest?.ready === total && latest.total === total
}
