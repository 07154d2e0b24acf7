import { BenchRoom, type Network, pause, until } from './bench-room.ts'
import type { Measured } from './bound.ts'
import { round, spreadOf } from './statistics.ts'

const joins = 30
const replugs = 10

/** Thirty lamps join and are interviewed, on a true air. */
export async function measureJoins(model: string): Promise<Measured> {
  const room = await BenchRoom.open({}, null)
  const start = performance.now()
  await room.join(joins, model)
  const eachMs = round((performance.now() - start) / joins)
  await room.discard()
  return { title: 'Join and interview', rows: [{ lamps: joins, eachMs }], bounds: [] }
}

/** From the driver's start to "ready", all lamps known. */
export async function measureStart(network: Network): Promise<{ room: BenchRoom; measured: Measured }> {
  const start = performance.now()
  const room = await BenchRoom.open({}, network)
  const readyMs = round(performance.now() - start)
  return {
    room,
    measured: {
      title: 'Start with a network that is known',
      rows: [{ lamps: room.met.size, readyMs, ...memory() }],
      bounds: [],
    },
  }
}

/** The line breaks and is back at once: until the driver is ready again. */
export async function measureReplugs(room: BenchRoom): Promise<Measured> {
  const times: number[] = []
  for (let run = 0; run < replugs; run++) {
    const start = performance.now()
    room.dongle.port.drop()
    await until(() => room.phase() === 'lost', 'the loss')
    await room.ready()
    times.push(performance.now() - start)
    await pause(200)
  }
  return {
    title: 'The line breaks: until the driver is ready again, ms',
    rows: [{ times: replugs, ...spreadOf(times), ...memory() }],
    bounds: [],
  }
}

/** Of this process: driver, virtual dongle and lamps together. */
function memory(): { heapMb: number; rssMb: number } {
  const { heapUsed, rss } = process.memoryUsage()
  return { heapMb: Math.round(heapUsed / 1e6), rssMb: Math.round(rss / 1e6) }
}
