import { type RoomDescription, roomDescription } from '../room.ts'

const camera = { from: [0, 1, 3], to: [0, 1, 0], fov: 40 }

/** A room of lamps and plugs named "lamp-0" and so on; a number is a lamp of that many lumens. */
export function roomOf(fixtures: readonly (number | 'plug' | 'blind')[]): RoomDescription {
  return roomDescription.parse({
    version: 1,
    id: 'den',
    name: { en: 'Den', sv: 'Krypin' },
    size: { width: 4, depth: 5, height: 2.5 },
    cameras: { landscape: camera, portrait: camera },
    fixtures: fixtures.map((fixture, i) => ({
      id: `lamp-${i}`,
      name: { en: 'Lamp', sv: 'Lampa' },
      ...(typeof fixture === 'string'
        ? { kind: fixture }
        : { kind: 'light', lumens: fixture, kelvin: { min: 2200, max: 6500 }, colour: true }),
    })),
  })
}
