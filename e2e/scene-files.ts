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

/** What a scene makes of its lamps from beginning to end: neither its moments nor its palettes change that. */
function steadyTargets({ fixtures, moments, palettes }: SceneFile): Record<string, Target> {
  const moved = new Set(moments.flatMap((moment) => Object.keys(moment.fixtures)))
  const wandering = new Set(palettes.flatMap((palette) => palette.fixtures))
  return Object.fromEntries(
    Object.entries(fixtures)
      .filter(([id]) => !moved.has(id))
      .map(([id, { colour, ...target }]) => [
        id,
        colour === undefined || wandering.has(id) ? target : { ...target, colour },
      ]),
  )
}

/** The scenes as people wrote them, with what stands still in them, in the order of the tiles. */
export async function readSceneFiles(): Promise<SceneFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'))
  const scenes = await Promise.all(
    names.map(async (name) => scene.parse(parse(await readFile(join(folder, name), 'utf8')))),
  )
  return scenes.map((file) => ({ ...file, fixtures: steadyTargets(file) })).sort((a, b) => a.order - b.order)
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
