import type { CommandPlan } from '../../src/showroom/driver.ts'
import { type BenchRoom, lit, pause } from './bench-room.ts'
import { atMost, type Measured } from './bound.ts'
import { median, round } from './statistics.ts'

const lamps = 30
/** A scene by group takes milliseconds, and as many more by the luck of the air: its middle needs many of them. */
const runs = { 'one by one': 5, 'by group': 25 } as const
type How = keyof typeof runs

/** How long the others of a scene take when one lamp is dead, by group and one by one; with and without, in turns. */
export async function measureDeadLamp(room: BenchRoom): Promise<Measured> {
  room.standInRings(1)
  room.only(lamps)
  const ids = room.ids.slice(0, lamps)
  const plan: CommandPlan = { name: 'bench/dead', commands: ids.map((id) => lit(id, 0.3)) }
  const rows: Record<string, string | number>[] = []
  const bounds: Measured['bounds'][number][] = []
  for (const how of ['one by one', 'by group'] as const) {
    if (how === 'by group') await room.prepare([plan])
    else room.driver.prepare([])
    const dead = room.lamps[lamps - 1]
    if (dead === undefined) throw new Error('there are no lamps')
    const [alive, withDead]: [number[], number[]] = [[], []]
    for (let run = 0; run < runs[how]; run++) {
      alive.push(await others(room, plan, how, run))
      dead.deadRadio = true
      withDead.push(await others(room, plan, how, run))
      dead.deadRadio = false
    }
    const ratio = round(median(withDead) / median(alive))
    rows.push({ how, aliveMs: median(alive), withOneDeadMs: median(withDead), ratio })
    bounds.push(atMost(`one dead lamp of ${lamps}, ${how}: time of the others`, ratio, 1.1))
  }
  return {
    title: `${lamps - 1} lamps while the thirtieth is dead: until the last has its scene, ms`,
    rows,
    bounds,
  }
}

async function others(room: BenchRoom, plan: CommandPlan, how: How, run: number): Promise<number> {
  const brightness = (index: number) => (how === 'by group' ? 0.3 : 0.3 + run / 20 + index / 1000)
  const commands = plan.commands.map((command, index) => ({ ...command, brightness: brightness(index) }))
  const [first, start] = [room.journal.applied.count, room.now()]
  await Promise.all(room.driver.send(commands).slice(0, lamps - 1))
  await pause(300)
  const last = new Map<string, number>()
  for (const { entry } of room.journal.applied.since(first)) {
    const mine = how === 'by group' ? entry.group !== null : entry.cluster === 8
    if (mine) last.set(entry.ieee, entry.atMs)
  }
  await pause(1500)
  const alive = plan.commands
    .slice(0, lamps - 1)
    .map(({ device }) => last.get(device) ?? Number.POSITIVE_INFINITY)
  return Math.max(...alive) - start
}
