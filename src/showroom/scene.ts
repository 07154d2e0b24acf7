import { z } from 'zod'
import { brightness, kelvin } from '../contract/colour.ts'
import { fixtureId, productId, roomId, sceneId } from '../contract/ids.ts'
import { sceneIcons } from '../contract/staff/staff-scene.ts'
import { localizedText } from '../contract/words.ts'
import { writtenChromaticity } from '../light/written-colour.ts'
import { duration } from './duration.ts'
import { timeOfDay } from './local-time.ts'

const hourMs = 3_600_000

/** sRGB, "#rrggbb", or CIE 1931, "xy 0.69 0.31": only hue and saturation count, how bright it is says `brightness`. */
const hexColour = z
  .string()
  .regex(/^(#[0-9a-fA-F]{6}|xy 0\.\d{1,4} 0\.\d{1,4})$/, {
    error: 'write a colour as "#rrggbb", or as "xy 0.69 0.31" one that screens do not have',
    abort: true,
  })
  .refine((hex) => !/^#0{6}$/.test(hex), 'black is not a colour a lamp can have; write "on: false"')
  .refine((text) => /^#0{6}$/.test(text) || writtenChromaticity(text) !== null, 'there is no such colour')

/** How long lamps take; shorter would be a flash. */
const transition = duration(400, hourMs)

/** What one fixture shall be. */
export const sceneTarget = z.strictObject({
  on: z.boolean().optional(),
  brightness: brightness.optional(),
  kelvin: kelvin.optional(),
  colour: hexColour.optional(),
  /** Of a blind: 1 is fully open. */
  openness: z.number().min(0).max(1).optional(),
  /** In place of the scene's, in milliseconds. */
  transition: transition.optional(),
  /** On a lamp that lacks the colour: the nearest white it has, only its brightness, or off. */
  otherwise: z.enum(['nearest-white', 'brightness-only', 'off']).optional(),
})
export type SceneTarget = z.infer<typeof sceneTarget>

/** By fixture. Fixtures that are not named stay as they are. */
const targets = z
  .record(z.string(), sceneTarget)
  .refine((all) => Object.keys(all).length > 0, 'a scene sets at least one fixture')
  .refine((all) => Object.keys(all).length <= 200, 'a scene sets at most 200 fixtures')

/** What a scene does later: `at` counts from its start, in milliseconds. */
const moment = z.strictObject({ at: duration(1), fixtures: targets, transition: transition.optional() })

/** Told beside what else is wrong: what could not be read is left out. */
function inOrder(moments: readonly { readonly at: unknown }[], context: z.RefinementCtx): void {
  if (!Array.isArray(moments)) return
  moments.forEach((one, index) => {
    const [at, before] = [one?.at, moments[index - 1]?.at]
    if (typeof at !== 'number' || typeof before !== 'number' || at > before) return
    const message = 'moments stand in the order of time, each later than the one before'
    const params = { hint: 'move it to its place, or give it another time' }
    context.addIssue({ code: 'custom', path: [index, 'at'], message, params })
  })
}

/** Colours that wander over some lamps: every `every` milliseconds each lamp fades on to the next. */
const palette = z.strictObject({
  fixtures: z.array(fixtureId).min(1).max(50),
  colours: z.array(hexColour).min(2).max(9),
  every: duration(2000, hourMs),
})

/** A scene: what the fixtures of a room shall be, and the words a shopper reads. `scenes/<room>/<id>.yaml`. */
export const scene = z.strictObject({
  version: z.literal(1),
  id: sceneId,
  room: roomId,
  title: localizedText,
  story: localizedText,
  icon: z.enum(sceneIcons),
  /** Place among the tiles; smaller comes first. */
  order: z.number().int().min(0).max(1000).default(500),
  /** The hour it belongs to, in minutes since midnight: the picture's window shows that light. */
  hour: timeOfDay.optional(),
  /** How long lamps take to get there, in milliseconds. */
  transition: transition.prefault('1.2s'),
  fixtures: targets,
  /** Fixtures that stay as they are on purpose. */
  leaves: z.array(fixtureId).max(200).default([]),
  moments: z
    .array(moment)
    .max(100)
    .default([])
    .superRefine(inOrder, { when: () => true }),
  /** A shopper sees all moments in this time, in milliseconds; without it, in their own. */
  shownIn: duration(1000, 5 * 60_000).optional(),
  palettes: z.array(palette).max(10).default([]),
  /** Without these fixtures' hardware the scene is not offered. */
  needs: z.array(fixtureId).max(200).default([]),
  products: z.array(productId).max(100).default([]),
})
export type Scene = z.infer<typeof scene>

/** What a scene has made of the fixtures once all its moments are over. */
export function targetsAtRest(of: Scene): Readonly<Record<string, SceneTarget>> {
  const result: Record<string, SceneTarget> = { ...of.fixtures }
  for (const { fixtures } of of.moments) {
    for (const [fixture, target] of Object.entries(fixtures)) {
      result[fixture] = laidOver(result[fixture] ?? {}, target)
    }
  }
  return result
}

/** A lamp has one colour: a later white takes the place of an earlier hue, and a hue that of a white. */
function laidOver(before: SceneTarget, target: SceneTarget): SceneTarget {
  if (target.on === false) return target
  const { kelvin: _kelvin, colour: _colour, otherwise: _otherwise, ...others } = before
  const isColoured = target.kelvin !== undefined || target.colour !== undefined
  return { ...(isColoured ? others : before), on: true, ...target }
}

/** All that a scene asks of each fixture that it names, one after the other. */
export function targetsOfScene({
  fixtures,
  moments,
  palettes,
}: Scene): ReadonlyMap<string, readonly SceneTarget[]> {
  const asked = new Map<string, SceneTarget[]>()
  const note = (id: string, target: SceneTarget) => asked.set(id, [...(asked.get(id) ?? []), target])
  for (const part of [{ fixtures }, ...moments]) {
    for (const [id, target] of Object.entries(part.fixtures)) note(id, target)
  }
  for (const { fixtures: ids, colours } of palettes) {
    for (const id of ids) for (const colour of colours) note(id, { colour })
  }
  return asked
}
