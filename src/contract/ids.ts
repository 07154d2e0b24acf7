import { z } from 'zod'

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and single hyphens, like "floor-lamp"')
  .max(64)

export const roomId = slug.brand<'RoomId'>()
export const fixtureId = slug.brand<'FixtureId'>()
export const sceneId = slug.brand<'SceneId'>()
export const ruleId = slug.brand<'RuleId'>()
export const productId = slug.brand<'ProductId'>()

/** A room: the name of its folder, such as "living-room". */
export type RoomId = z.infer<typeof roomId>
/** A place in a room where a lamp, blind, plug, sensor or button belongs, such as "floor-lamp". */
export type FixtureId = z.infer<typeof fixtureId>
/** A scene, such as "movie-night". */
export type SceneId = z.infer<typeof sceneId>
/** A rule, such as "walk-into-the-wardrobe". */
export type RuleId = z.infer<typeof ruleId>
/** Something the store sells, such as "dome-pendant". */
export type ProductId = z.infer<typeof productId>
