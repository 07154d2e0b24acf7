import type { FixtureState } from '../contract/fixture-state.ts'
import type { SceneCard } from '../contract/offer.ts'
import type { Content } from './content.ts'
import type { Fixture } from './room.ts'
import { fixturesUsed } from './rules/fixtures-used.ts'
import type { Rule } from './rules/rule.ts'
import { targetsOfSteps } from './rules/steps.ts'
import { fixtureNamed } from './rules/trigger.ts'
import { type Scene, type SceneTarget, targetsOfScene } from './scene.ts'

/** How much of a scene or rule the bound devices can do, and what they lack. */
export type Fit = Pick<SceneCard, 'fit' | 'missing'>

/** What is asked of each fixture, by its id. */
type Asked = ReadonlyMap<string, readonly SceneTarget[]>

/**
 * How a scene fits the hardware of its room. A room without any device lives on the screen, where all is possible;
 * a scene without any of its devices, or without what it needs, is none.
 */
export function fitOfScene(scene: Scene, rooms: Content['rooms'], fixtures: readonly FixtureState[]): Fit {
  const states = fixtures.filter((state) => state.room === scene.room)
  if (states.every(isUnbound)) return { fit: 'complete', missing: [] }
  const asked = new Map([...scene.needs.map((id) => [id, []] as const), ...targetsOfScene(scene)])
  const used = states.filter((state) => asked.has(state.id))
  const missing = missingOf(used, asked, describedBy(rooms, scene.room))
  const isNeeded = ({ fixture }: { fixture: string }) => scene.needs.some((id) => id === fixture)
  if (used.every(isUnbound) || missing.some(isNeeded)) return { fit: 'none', missing }
  return { fit: missing.length === 0 ? 'complete' : 'reduced', missing }
}

/**
 * How a rule fits the hardware of its room: it needs something that starts it and something that it sets. What else it
 * listens to or looks at, and has no device, reduces it: its picture never changes.
 */
export function fitOfRule(
  rule: Rule,
  { rooms, scenes }: Pick<Content, 'rooms' | 'scenes'>,
  fixtures: readonly FixtureState[],
): Fit {
  const states = fixtures.filter((state) => state.room === rule.room)
  if (states.every(isUnbound)) return { fit: 'complete', missing: [] }
  const asked = targetsOfSteps(rule.do, scenes)
  const named = fixturesUsed(rule)
  const used = states.filter(({ id }) => asked.has(id) || named.has(id))
  const missing = missingOf(used, asked, describedBy(rooms, rule.room))
  const isBound = (id: string) => states.some((state) => state.id === id && !isUnbound(state))
  const starts = rule.when.some((trigger) => {
    const fixture = fixtureNamed(trigger)
    return fixture === null || isBound(fixture)
  })
  const acts = asked.size === 0 || [...asked.keys()].some(isBound)
  if (!starts || !acts) return { fit: 'none', missing }
  return { fit: missing.length === 0 ? 'complete' : 'reduced', missing }
}

function isUnbound({ reach }: FixtureState): boolean {
  return reach === 'unbound'
}

function describedBy(rooms: Content['rooms'], room: string): readonly Fixture[] {
  return rooms.find(({ id }) => id === room)?.fixtures ?? []
}

/** A lamp lacks what its place in the room promises, not what nobody ever promised. */
function missingOf(
  used: readonly FixtureState[],
  asked: Asked,
  described: readonly Fixture[],
): Fit['missing'] {
  return used.flatMap((state): Fit['missing'] => {
    const fixture = state.id
    if (isUnbound(state)) return [{ fixture, lacks: 'device' }]
    const place = described.find(({ id }) => id === fixture)
    if (state.kind !== 'light' || place?.kind !== 'light') return []
    const targets = asked.get(fixture) ?? []
    if (place.colour && !state.ability.colour && targets.some(({ colour }) => colour !== undefined))
      return [{ fixture, lacks: 'colour' }]
    const { kelvin } = place
    const asksWhite = targets.some((target) => target.kelvin !== undefined)
    return kelvin !== undefined && state.ability.kelvin === null && asksWhite
      ? [{ fixture, lacks: 'kelvin' }]
      : []
  })
}
