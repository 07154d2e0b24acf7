import type { CommandPlan } from '../../src/showroom/driver.ts'
import { type BenchRoom, lit, pause } from './bench-room.ts'
import { atMost, type Measured } from './bound.ts'
import { median, medianError, round } from './statistics.ts'

const lamps = 30
const fadeMs = 400
/** In what state the thirtieth lamp is. It is alive twice: how far the two differ is luck, the machine's or the air's. */
type Thirtieth = 'alive' | 'alive again' | 'just died' | 'known to be dead'
type How = 'one by one' | 'by group'
/**
 * By group it takes milliseconds, and as many more by the luck of the air, so that its middle needs many turns. Nobody
 * asks a lamp that is told with its group, so it makes no difference there what is known of it.
 */
const measured: Record<How, { readonly turns: number; readonly states: readonly Thirtieth[] }> = {
  'one by one': { turns: 11, states: ['alive', 'just died', 'alive again', 'known to be dead'] },
  'by group': { turns: 40, states: ['alive', 'just died', 'alive again'] },
}

/** How long the others of a scene take when one lamp is dead, by group and one by one; with and without, in turns. */
export async function measureDeadLamp(room: BenchRoom): Promise<Measured> {
  room.standInRings(1)
  room.only(lamps)
  const ids = room.ids.slice(0, lamps)
  const plan: CommandPlan = { name: 'bench/dead', commands: ids.map((id) => lit(id, 0.3, fadeMs)) }
  const rows: Record<string, string | number>[] = []
  const bounds: Measured['bounds'][number][] = []
  for (const how of ['one by one', 'by group'] as const) {
    if (how === 'by group') await room.prepare([plan])
    else room.driver.prepare([])
    const times = await inTurns(room, plan, how)
    const alive = [...(times.alive ?? []), ...(times['alive again'] ?? [])]
    for (const state of measured[how].states) {
      const told = times[state] ?? []
      const [ratio, luck] = [median(told) / median(alive), medianError(told) / median(alive)]
      const reached = (fadeMs + median(told)) / (fadeMs + median(alive))
      rows.push({
        ...{ how, thirtieth: state, toldMs: median(told), 'to alive': round(ratio), '±': round(2 * luck) },
        ...{ reachedMs: round(fadeMs + median(told)), 'reached to alive': round(reached) },
      })
      if (state === 'alive' || state === 'alive again') continue
      const what = `one dead lamp of ${lamps} (${state}), ${how}`
      // By group it is some milliseconds of luck, the machine's among it: what counts there is when the light is right.
      if (how === 'one by one') bounds.push(atMost(`${what}: until the others are told`, round(ratio), 1.1))
      bounds.push(atMost(`${what}: until the others are as the scene wants`, round(reached), 1.1))
    }
  }
  return {
    title: `${lamps - 1} lamps and a thirtieth: until the last is told, and with its fade of ${fadeMs} ms has the scene; medians`,
    rows,
    bounds,
  }
}

/** How long the others took until the last of them was told, in each state of the thirtieth. */
async function inTurns(
  room: BenchRoom,
  plan: CommandPlan,
  how: How,
): Promise<Partial<Record<Thirtieth, number[]>>> {
  const [lamp, id] = [room.lamps[lamps - 1], room.ids[lamps - 1]]
  if (lamp === undefined || id === undefined) throw new Error('there are no lamps')
  const { turns, states } = measured[how]
  const times: Partial<Record<Thirtieth, number[]>> = {}
  await others(room, plan, how, 0) // All are lit from here on.
  for (let turn = 0; turn < turns; turn++) {
    // Each comes first, second, third as often as any other.
    for (const state of states.map((_, index) => states[(index + turn) % states.length] ?? 'alive')) {
      lamp.deadRadio = state === 'known to be dead'
      // It answers and is trusted, or does not and is marked.
      const answer = await room.driver.read(id, 'shopper')
      if ((answer === null) !== lamp.deadRadio) throw new Error('the thirtieth lamp is not what it shall be')
      lamp.deadRadio = state === 'known to be dead' || state === 'just died'
      times[state] = [...(times[state] ?? []), await others(room, plan, how, turn)]
      lamp.deadRadio = false
    }
  }
  return times
}

async function others(room: BenchRoom, plan: CommandPlan, how: How, turn: number): Promise<number> {
  const brightness = (index: number) => (how === 'by group' ? 0.3 : 0.3 + turn / 20 + index / 1000)
  const commands = plan.commands.map((command, index) => ({ ...command, brightness: brightness(index) }))
  const [first, start] = [room.journal.applied.count, room.now()]
  await Promise.all(room.driver.send(commands))
  await pause(50)
  const last = new Map<string, number>()
  for (const { entry } of room.journal.applied.since(first)) {
    const mine = how === 'by group' ? entry.group !== null : entry.cluster === 8
    if (mine) last.set(entry.ieee, entry.atMs)
  }
  // The fade ends, all report, and the budget for groups fills up again.
  await pause(900)
  const alive = plan.commands
    .slice(0, lamps - 1)
    .map(({ device }) => last.get(device) ?? Number.POSITIVE_INFINITY)
  return Math.max(...alive) - start
}
