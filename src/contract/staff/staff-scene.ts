import { z } from 'zod'
import { roomId, sceneId } from '../ids.ts'
import { localizedText } from '../words.ts'

/** The pictures that a scene's tile may have. */
export const sceneIcons = [
  'sunrise',
  'cup',
  'sun',
  'desk',
  'utensils',
  'film',
  'book',
  'moon',
  'sparkles',
  'power',
  'door',
  'bell',
  'hanger',
] as const

/** What a shopper reads on a scene's tile, and its picture. */
export const sceneWords = z.strictObject({
  title: localizedText,
  story: localizedText,
  icon: z.enum(sceneIcons),
})
export type SceneWords = z.infer<typeof sceneWords>

/** A scene as staff see it, in the order of the tiles. */
export const staffScene = z.strictObject({
  id: sceneId,
  room: roomId,
  ...sceneWords.shape,
  /** `given` by head office or built in, the store's `own`, or the store's own `instead` of a given one. */
  origin: z.enum(['given', 'own', 'instead']),
  /** Not offered to shoppers. */
  hidden: z.boolean(),
})
export type StaffScene = z.infer<typeof staffScene>

export const staffScenes = z.strictObject({
  /** Whether what plays now lets the store show scenes of its own. */
  allowed: z.boolean(),
  scenes: z.array(staffScene),
  /** Something was changed that can be taken back. */
  canUndo: z.boolean(),
})
export type StaffScenes = z.infer<typeof staffScenes>
