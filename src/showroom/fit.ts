import type { FixtureState } from '../contract/fixture-state.ts'
import type { FixtureId } from '../contract/ids.ts'
import type { Rule, Step } from './rules/rule.ts'
import type { Scene } from './scene.ts'

/** How much of a scene or rule the bound devices can do. `missing` names fixtures without the hardware it takes. */
export interface Fit {
  readonly fit: 'complete' | 'reduced' | 'none'
  readonly missing: readonly FixtureId[]
}

/**
 * How a scene fits the hardware of its room. A room without any device lives on the screen, where all is possible;
 * a scene without any of its devices, or without one that it needs, is none.
 */
export function fitOfScene(scene: Scene, fixtures: readonly FixtureState[]): Fit {
  const room = fixtures.filter((state) => state.room === scene.room)
  if (room.every((state) => state.reach === 'unbound')) return { fit: 'complete', missing: [] }
  const named = new Set([
    ...Object.keys(scene.fixtures),
    ...scene.moments.flatMap((moment) => Object.keys(moment.fixtures)),
    ...scene.palettes.flatMap((palette) => palette.fixtures),
    ...scene.needs,
  ])
  const used = room.filter((state) => named.has(state.id))
  const missing = used.filter((state) => state.reach === 'unbound').map(({ id }) => id)
  if (missing.length === used.length || scene.needs.some((id) => missing.includes(id)))
    return { fit: 'none', missing }
  return { fit: missing.length === 0 ? 'complete' : 'reduced', missing }
}

/** How a rule fits the hardware of its room: it needs something that starts it and something that it sets. */
export function fitOfRule(rule: Rule, fixtures: readonly FixtureState[]): Fit {
  const room = fixtures.filter((state) => state.room === rule.room)
  if (room.every((state) => state.reach === 'unbound')) return { fit: 'complete', missing: [] }
  const isBound = (id: string) => room.some((state) => state.id === id && state.reach !== 'unbound')
  const starters = rule.when.flatMap((trigger) =>
    'fixture' in trigger ? [trigger.fixture] : 'button' in trigger ? [trigger.button] : [],
  )
  const sets = [...fixturesSet(rule.do)]
  const missing = room
    .filter(({ id }) => (starters.includes(id) || sets.includes(id)) && !isBound(id))
    .map(({ id }) => id)
  const starts = rule.when.some(
    (trigger) =>
      (!('fixture' in trigger) && !('button' in trigger)) ||
      isBound('fixture' in trigger ? trigger.fixture : trigger.button),
  )
  const acts = sets.length === 0 || sets.some(isBound)
  if (!starts || !acts) return { fit: 'none', missing }
  return { fit: missing.length === 0 ? 'complete' : 'reduced', missing }
}

/** The fixtures that steps set by themselves; what scenes they play set is the scenes' matter. */
export function fixturesSet(steps: readonly Step[]): Set<string> {
  const found = new Set<string>()
  const look = (step: Step) => {
    if ('set' in step) for (const id of Object.keys(step.set)) found.add(id)
    if ('together' in step) for (const list of step.together) list.forEach(look)
    if ('if' in step) [...step.do, ...step.else].forEach(look)
  }
  steps.forEach(look)
  return found
}
