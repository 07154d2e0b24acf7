import { z } from 'zod'
import { brightness, kelvin } from '../contract/colour.ts'
import { roomId, sceneId } from '../contract/ids.ts'
import { localizedText } from '../contract/words.ts'

const lightTarget = z.strictObject({
  on: z.boolean().optional(),
  brightness: brightness.optional(),
  kelvin: kelvin.optional(),
  /** sRGB, "#rrggbb": only its hue and saturation count, how bright it is says `brightness`. */
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'write a colour as "#rrggbb"')
    .refine((hex) => !/^#0{6}$/.test(hex), 'black is not a colour a lamp can have; write "on: false"')
    .optional(),
  openness: z.number().min(0).max(1).optional(),
})
export type SceneTarget = z.infer<typeof lightTarget>

/** A scene: what the fixtures of a room shall be, and the words a shopper reads. `scenes/<room>/<id>.yaml`. */
export const scene = z.strictObject({
  version: z.literal(1),
  id: sceneId,
  room: roomId,
  title: localizedText,
  story: localizedText,
  icon: z.enum(['sunrise', 'sun', 'utensils', 'film', 'book', 'moon', 'sparkles', 'power']),
  /** Place among the tiles; smaller comes first. */
  order: z.number().int().min(0).max(1000).default(500),
  /** How long lamps take to get there. */
  transitionMs: z.number().int().min(400).max(60_000).default(1200),
  /** By fixture. Fixtures that are not named stay as they are. */
  fixtures: z
    .record(z.string(), lightTarget)
    .refine((targets) => Object.keys(targets).length > 0, 'a scene sets at least one fixture'),
})
export type Scene = z.infer<typeof scene>
