import type { CommandPlan } from '../../src/showroom/driver.ts'
import { type BenchRoom, lit, pause } from './bench-room.ts'
import { atMost, type Measured } from './bound.ts'
import { median, round } from './statistics.ts'

const lamps = 30
const runs = 5

/** How long the others of a scene take when one lamp is dead, by group and one by one. */
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
    const alive = await others(room, plan, how)
    const dead = room.lamps[lamps - 1]
    if (dead === undefined) throw new Error('there are no lamps')
    dead.deadRadio = true
    const withDead = await others(room, plan, how)
    dead.deadRadio = false
    const ratio = round(withDead / alive)
    rows.push({ how, aliveMs: alive, withOneDeadMs: withDead, ratio })
    bounds.push(atMost(`one dead lamp of ${lamps}, ${how}: time of the others`, ratio, 1.1))
  }
  return {
    title: `${lamps - 1} lamps while the thirtieth is dead: until the last has its scene, ms`,
    rows,
    bounds,
  }
}

async function others(room: BenchRoom, plan: CommandPlan, how: 'one by one' | 'by group'): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
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
    const alive = plan.commands
      .slice(0, lamps - 1)
      .map(({ device }) => last.get(device) ?? Number.POSITIVE_INFINITY)
    times.push(Math.max(...alive) - start)
    await pause(1500)
  }
  return median(times)
}
