import type { FixtureState } from '../../contract/fixture-state.ts'
import { roomDescription } from '../room.ts'
import { type Rule, rule } from '../rules/rule.ts'
import { type Scene, scene } from '../scene.ts'
import { Stage } from './stage.ts'

const words = (en: string) => ({ en, sv: en })
export const wardrobe = roomDescription.parse({
  version: 1,
  id: 'wardrobe',
  name: words('Wardrobe'),
  size: { width: 2, height: 2.4, depth: 2 },
  cameras: {
    landscape: { from: [0, 1, 3], to: [0, 1, 0], fov: 40 },
    portrait: { from: [0, 1, 3], to: [0, 1, 0], fov: 50 },
  },
  fixtures: [
    {
      id: 'light',
      kind: 'light',
      name: words('Light'),
      lumens: 800,
      kelvin: { min: 2200, max: 4000 },
    },
    { id: 'mirror', kind: 'light', name: words('Mirror'), lumens: 400 },
    { id: 'glow', kind: 'light', name: words('Glow'), lumens: 300, colour: true },
    { id: 'rack', kind: 'blind', name: words('Rack') },
    { id: 'fan', kind: 'plug', name: words('Fan') },
    { id: 'sensor', kind: 'motion', name: words('Sensor') },
    { id: 'button', kind: 'remote', name: words('Button') },
  ],
})

/** A rule in the words of its file, with the words for shoppers filled in. */
export function ruleOf(id: string, body: object): Rule {
  const head = { version: 1, id, room: 'wardrobe', title: words(id), story: words(id), icon: 'walk' }
  return rule.parse({ ...head, ...body })
}

/** The wardrobe with these rules and scenes. */
export function wardrobeWith(
  rules: readonly Rule[],
  scenes: readonly Scene[] = [],
  as: readonly FixtureState[] = [],
): Stage {
  return new Stage({ rooms: [wardrobe], rules, scenes }, as)
}

/** A scene in the words of its file, with the words for shoppers filled in. */
export function sceneOf(id: string, body: object): Scene {
  const head = { version: 1, id, room: 'wardrobe', title: words(id), story: words(id), icon: 'moon' }
  return scene.parse({ ...head, ...body })
}
