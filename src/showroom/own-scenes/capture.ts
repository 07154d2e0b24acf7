import { stringify } from 'yaml'
import type { FixtureState, LightState } from '../../contract/fixture-state.ts'
import type { RoomId, SceneId } from '../../contract/ids.ts'
import type { SceneWords } from '../../contract/staff/staff-scene.ts'
import { nearestWhite } from '../../light/planckian-locus.ts'
import { writeChromaticity } from '../../light/written-colour.ts'
import type { Fixture, RoomDescription } from '../room.ts'
import type { Scene, SceneTarget } from '../scene.ts'

/** What a room is, as a scene would ask for it: only what the fixture can be, whatever device stands there. */
export function captured(
  room: RoomDescription,
  states: readonly FixtureState[],
): Record<string, SceneTarget> {
  const targets = states.flatMap((state): [string, SceneTarget][] => {
    const fixture = room.fixtures.find(({ id }) => id === state.id)
    const target = state.room === room.id && fixture !== undefined ? targetOf(fixture, state) : null
    return target === null ? [] : [[state.id, target]]
  })
  return Object.fromEntries(targets)
}

function targetOf(fixture: Fixture, state: FixtureState): SceneTarget | null {
  switch (state.kind) {
    case 'light':
      if (!state.on) return { on: false }
      return { brightness: hundredths(state.brightness), ...colourOf(fixture, state) }
    case 'plug':
      return { on: state.on }
    case 'blind':
      return { openness: hundredths(state.openness) }
    case 'motion':
    case 'contact':
    case 'remote':
      return null
  }
}

function colourOf(fixture: Fixture, { colour }: LightState): Pick<SceneTarget, 'kelvin' | 'colour'> {
  if (fixture.kind !== 'light') return {}
  if (colour.mode === 'xy' && fixture.colour) return { colour: writeChromaticity(colour) }
  if (fixture.kelvin === undefined) return {}
  const { min, max } = fixture.kelvin
  const kelvin = colour.mode === 'xy' ? nearestWhite(colour, min, max) : colour.kelvin
  return { kelvin: Math.round(Math.min(max, Math.max(min, kelvin))) }
}

function hundredths(share: number): number {
  return Math.round(share * 100) / 100
}

/** A scene file as a person would write it. What a still picture has not (moments, colours that wander) is not in it. */
export function sceneFile(
  id: SceneId,
  room: RoomId,
  { title, story, icon, order, hour, products = [] }: SceneWords & Partial<Scene>,
  fixtures: Readonly<Record<string, SceneTarget>>,
): string {
  const more = {
    ...(order === undefined ? {} : { order }),
    ...(hour === undefined ? {} : { hour: clock(hour) }),
    ...(products.length === 0 ? {} : { products }),
  }
  return stringify({ version: 1, id, room, title, story, icon, ...more, fixtures }, { lineWidth: 0 })
}

function clock(minute: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** "Cosy corner" becomes "own-cosy-corner"; a name that stands already gets a number. */
export function ownSceneId(title: string, taken: ReadonlySet<string>): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  const name = words === '' ? 'own-scene' : `own-${words}`
  for (let number = 1; ; number++) {
    const id = number === 1 ? name : `${name}-${number}`
    if (!taken.has(id)) return id
  }
}
