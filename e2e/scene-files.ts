import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { root } from './programs.ts'

const target = z.object({
  on: z.boolean().optional(),
  brightness: z.number().optional(),
  kelvin: z.number().optional(),
  colour: z.string().optional(),
  openness: z.number().optional(),
})
export type Target = z.infer<typeof target>

const scene = z.object({
  id: z.string(),
  title: z.object({ en: z.string(), sv: z.string() }),
  order: z.number(),
  fixtures: z.record(z.string(), target),
  moments: z.array(z.object({ fixtures: z.record(z.string(), target) })).default([]),
  palettes: z.array(z.object({ fixtures: z.array(z.string()) })).default([]),
})
export type SceneFile = z.infer<typeof scene>

const folder = join(root, 'scenes', 'living-room')

/** The scenes as people wrote them, in the order of the tiles. */
export async function readSceneFiles(): Promise<SceneFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'))
  const scenes = await Promise.all(
    names.map(async (name) => scene.parse(parse(await readFile(join(folder, name), 'utf8')))),
  )
  return scenes.sort((a, b) => a.order - b.order)
}

const room = z.object({
  fixtures: z.array(
    z.object({ id: z.string(), kelvin: z.object({ min: z.number(), max: z.number() }).optional() }),
  ),
})

/** What zigbee-herdsman-converters knows of these lamps: 250 to 454 mired, whatever else the room would allow. */
const ikeaKelvin = { min: 1e6 / 454, max: 1e6 / 250 }

/** The whites that the room's lamps can do. */
export async function readKelvinRanges(): Promise<ReadonlyMap<string, { min: number; max: number }>> {
  const text = await readFile(join(root, 'scenes/rooms/living-room/room.yaml'), 'utf8')
  const ranges = new Map<string, { min: number; max: number }>()
  for (const { id, kelvin } of room.parse(parse(text)).fixtures) {
    if (kelvin === undefined) continue
    ranges.set(id, { min: Math.max(kelvin.min, ikeaKelvin.min), max: Math.min(kelvin.max, ikeaKelvin.max) })
  }
  return ranges
}
