import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Language } from '../src/contract/words.ts'
import { root } from './programs.ts'

const words = z.record(z.string(), z.string())
const scene = z.object({ id: z.string(), title: words })
const room = z.object({
  id: z.string(),
  name: words,
  fixtures: z.array(z.object({ id: z.string(), name: words })),
})

/** What the authored files call a scene, a room or a lamp of the living room in a language, by its id. */
export async function authoredNames(language: Language): Promise<{ get: (id: string) => string }> {
  const read = async (path: string): Promise<unknown> =>
    parse(await readFile(join(root, 'scenes', path), 'utf8'))
  const day = scene.parse(await read('living-room/bright-day.yaml'))
  const rooms = await Promise.all(
    ['living-room', 'wardrobe'].map(async (id) => room.parse(await read(`rooms/${id}/room.yaml`))),
  )
  const all = [
    [day.id, day.title] as const,
    ...rooms.flatMap(({ id, name, fixtures }) => [
      [id, name] as const,
      ...fixtures.map((fixture) => [fixture.id, fixture.name] as const),
    ]),
  ]
  return {
    get: (id) => {
      const name = all.find(([known]) => known === id)?.[1][language]
      if (name === undefined) throw new Error(`"${id}" has no name in ${language}.`)
      return name
    },
  }
}
