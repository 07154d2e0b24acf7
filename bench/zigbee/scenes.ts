import type { CommandPlan } from '../../src/showroom/driver.ts'
import { profiles } from '../../src/virtual/air/profile.ts'
import { type BenchRoom, lit, pause, until } from './bench-room.ts'
import { atMost, type Measured } from './bound.ts'
import { median, round } from './statistics.ts'

export const sizes = [10, 30, 100, 200] as const
const runs = 3
/** Of scenes by group and of bare broadcasts, of each size: each router waits at random, so that one flood tells little. */
const floods = 12
/** How far chance alone may take the mean of all those floods from the mean of as many others: two standard errors. */
const chance = 1.25
/** So long a router waits at most before it passes a broadcast on. */
const jitterMs = profiles.showroom.broadcastJitterMs

interface Sample {
  readonly spreadMs: number
  readonly untilLastMs: number
  readonly groupFrames: number
  /** From the first group frame to the last. */
  readonly gapMs: number
  readonly radioFrames: number
  readonly reached: number
}

function planFor(room: BenchRoom, size: number): CommandPlan {
  return { name: `bench/${size}`, commands: room.ids.slice(0, size).map((id) => lit(id, size / 400)) }
}

/** A scene for so many lamps by group and one by one: how far apart the first and the last lamp get it. */
export async function measureScenes(room: BenchRoom, rings: number): Promise<Measured> {
  room.only(Number.POSITIVE_INFINITY)
  room.standInRings(rings)
  const plans = sizes.map((size) => planFor(room, size))
  await room.prepare(plans)
  const byGroup = new Map<number, Sample>()
  const rows: Record<string, string | number>[] = []
  const [scenesMs, bareMs] = [[] as number[], [] as number[]]
  for (const size of sizes) {
    room.only(size)
    const commands = plans.find(({ name }) => name === `bench/${size}`)?.commands ?? []
    const times = rings === 1 ? runs : floods
    const group = await several(room, size, times, () => commands, true)
    byGroup.set(size, group)
    const bare = await bareBroadcasts(room, size, times, group)
    scenesMs.push(group.spreadMs)
    bareMs.push(bare)
    rows.push({ lamps: size, how: 'bare broadcasts', spreadMs: bare, groupFrames: group.groupFrames })
    // Nobody has prepared it: the same, but every lamp a little brighter than its neighbour.
    console.log(`  ${size} lamps by group: ${group.spreadMs} ms from the first to the last`)
    const alone = await several(
      room,
      size,
      runs,
      (run) => commands.map((command, index) => ({ ...command, brightness: 0.2 + run / 20 + index / 2000 })),
      false,
    )
    for (const [how, sample] of [
      ['by group', group],
      ['one by one', alone],
    ] as const) {
      rows.push({ lamps: size, how, ...sample })
    }
  }
  room.only(Number.POSITIVE_INFINITY)
  const [small, large] = [byGroup.get(10), byGroup.get(200)]
  if (small === undefined || large === undefined) throw new Error('nothing was measured')
  const frames = Math.max(...[...byGroup.values()].map(({ groupFrames }) => groupFrames))
  const spread = Math.max(...[...byGroup.values()].map(({ spreadMs }) => spreadMs))
  const missing = sizes.reduce((sum, size) => sum + size - (byGroup.get(size)?.reached ?? 0), 0)
  return {
    title: `A scene, lamps ${rings === 1 ? 'one hop away' : `one to ${rings} hops away`}`,
    rows,
    bounds: [
      atMost(`${rings} hop: group frames of a scene`, frames, 2),
      ...(rings === 1
        ? [atMost('1 hop: first to last lamp', spread, 30, ' ms')]
        : [
            atMost(
              `${rings} hop: first to last lamp, against as many bare broadcasts`,
              round(sum(scenesMs) / Math.max(sum(bareMs), 5)),
              chance,
            ),
            atMost(`${rings} hop: first to last lamp`, spread, rings * jitterMs, ' ms'),
          ]),
      atMost(
        `${rings} hop: spread of 200 lamps against 10`,
        round(large.spreadMs / Math.max(small.spreadMs, 5)),
        1.2,
      ),
      atMost(`${rings} hop: lamps that a scene did not reach`, missing, 0),
    ],
  }
}

async function several(
  room: BenchRoom,
  size: number,
  times: number,
  commands: (run: number) => CommandPlan['commands'],
  asGroup: boolean,
): Promise<Sample> {
  const samples: Sample[] = []
  for (let run = 0; run < times; run++) {
    samples.push(await once(room, size, commands(run), asGroup))
    // The routers forget, and the lamps come to rest.
    await pause(1500)
  }
  const of = (field: keyof Sample) => median(samples.map((sample) => sample[field]))
  return {
    spreadMs: mean(samples.map(({ spreadMs }) => spreadMs)),
    untilLastMs: of('untilLastMs'),
    groupFrames: Math.max(...samples.map(({ groupFrames }) => groupFrames)),
    gapMs: of('gapMs'),
    radioFrames: of('radioFrames'),
    reached: Math.min(...samples.map(({ reached }) => reached)),
  }
}

/**
 * What the air itself needs: as many broadcasts as a scene has, to the same lamps on the same radio, given to the stick's
 * antenna past driver and line, as far apart as the scene's. First to last lamp, in milliseconds, the mean of as many runs.
 */
async function bareBroadcasts(
  room: BenchRoom,
  size: number,
  times: number,
  { groupFrames: frames, gapMs }: Sample,
): Promise<number> {
  const { journal, dongle } = room
  const group = 0x7f00 + size
  for (const lamp of room.lamps.slice(0, size)) lamp.endpoint(1)?.groups.add(group)
  const spreads: number[] = []
  for (let run = 0; run < times; run++) {
    await pause(2500)
    const before = journal.applied.count
    for (let frame = 0; frame < frames; frame++) {
      const [switchOn, sequence] = [1, run * frames + frame]
      const message = {
        ...{ source: 0, sourceEndpoint: 1, destinationEndpoint: 0xff, profile: 0x0104, cluster: 6 },
        destination: { kind: 'group', group } as const,
        payload: Buffer.from([0x11, sequence, switchOn]),
      }
      const waitMs = frames < 2 ? 0 : (gapMs * frame) / (frames - 1)
      dongle.clock.after(waitMs, () => dongle.coordinator.transmit(message, () => {}))
    }
    const mine = () => journal.applied.since(before).filter(({ entry }) => entry.group === group)
    const deadline = room.now() + 1500
    await until(() => mine().length >= size * frames || room.now() > deadline, 'a bare broadcast')
    const last = new Map(mine().map(({ entry }) => [entry.ieee, entry.atMs]))
    spreads.push(Math.max(...last.values()) - Math.min(...last.values()))
  }
  return mean(spreads)
}

async function once(
  room: BenchRoom,
  size: number,
  commands: CommandPlan['commands'],
  asGroup: boolean,
): Promise<Sample> {
  const { journal } = room
  const [applied, frames, start] = [journal.applied.count, journal.frames.count, room.now()]
  const outcomes = Promise.all(room.driver.send(commands))
  const last = () => {
    const times = new Map<string, number>()
    for (const { entry } of journal.applied.since(applied)) {
      const mine = asGroup ? entry.group !== null && entry.cluster === 5 : entry.cluster === 8
      if (mine) times.set(entry.ieee, entry.atMs)
    }
    return times
  }
  await outcomes
  const deadline = room.now() + 1500
  await until(() => last().size >= size || room.now() > deadline, 'a scene')
  // A lamp gets its part with the last frame; a second one may still be on its way.
  await pause(asGroup ? 400 : 0)
  const times = [...last().values()]
  const sent = journal.frames.since(frames).map(({ entry }) => entry)
  const origins = sent.filter((frame) => frame.kind === 'group' && frame.from === 0 && frame.attempt === 0)
  const starts = origins.map(({ startMs }) => startMs)
  return {
    spreadMs: round(Math.max(...times) - Math.min(...times)),
    untilLastMs: round(Math.max(...times) - start),
    groupFrames: origins.length,
    gapMs: starts.length === 0 ? 0 : round(Math.max(...starts) - Math.min(...starts)),
    radioFrames: sent.length,
    reached: times.length,
  }
}

function mean(values: readonly number[]): number {
  return round(sum(values) / values.length)
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
