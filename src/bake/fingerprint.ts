import { createHash } from 'node:crypto'
import { materialNamed } from '../../scenes/furniture/materials.ts'
import type { RoomModel } from '../../scenes/furniture/piece.ts'
import { bakedRoomFormat } from '../light/baked-room.ts'
import type { RoomDescription } from '../showroom/room.ts'
import type { BakeSettings } from './settings.ts'

/** Raised by hand whenever the same room would be baked differently. */
const bakerVersion = 7

/**
 * A fingerprint of everything that decides what a bake looks like: the room as it is built, to a tenth of a
 * millimetre, the settings, and the baker's version. How sources are written, what things are called and how many
 * threads work changes nothing.
 */
export function fingerprintOf(
  description: RoomDescription,
  model: RoomModel,
  settings: BakeSettings,
): string {
  const { workers: _, ...decisive } = settings
  const hash = createHash('sha256').update(
    JSON.stringify([bakedRoomFormat, bakerVersion, decisive, description.id, description.cameras]),
  )
  // Of a fixture what the bake keeps: its name in a further language leaves the light as it is.
  for (const fixture of description.fixtures)
    hash.update(
      JSON.stringify([fixture.id, fixture.kind, fixture.kind === 'light' ? fixture.lumens : undefined]),
    )
  const { parts, emitters, window } = model
  hash.update(
    JSON.stringify([emitters, window], (_key, value) => (typeof value === 'number' ? even(value) : value)),
  )
  for (const { geometry, ...rest } of parts) {
    hash.update(JSON.stringify([rest, materialNamed(rest.material)]))
    for (const name of ['position', 'normal', 'uv']) {
      const numbers = geometry.getAttribute(name)?.array ?? []
      hash.update(name).update(Int32Array.from(numbers, even))
    }
    hash.update(Uint32Array.from(geometry.index?.array ?? []))
  }
  return hash.digest('hex').slice(0, 20)
}

/** Tenths of a millimetre. Machines differ in a sine's last digit; few lengths lie near where this rounds. */
function even(value: number): number {
  return Math.round(value * 1e4 + 0.137)
}
