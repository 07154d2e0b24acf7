import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { playlist } from '../playlist/playlist.ts'
import { roomDescription } from '../showroom/room.ts'
import { rule } from '../showroom/rules/rule.ts'
import { scene } from '../showroom/scene.ts'
import { priceList, storeFile } from '../showroom/shop/price-list.ts'
import { productFile } from '../showroom/shop/product.ts'

const described = {
  playlist,
  room: roomDescription,
  rule,
  scene,
  product: productFile,
  'price-list': priceList,
  store: storeFile,
}

/** JSON schemas of what people write, by file name, so that editors complete and check while one types. */
export function contentSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(described).map(([name, schema]) => {
      // As it stands in the file: "2s" and "07:30", not yet numbers.
      const json = z.toJSONSchema(schema, { io: 'input' })
      return [`${name}.schema.json`, `${JSON.stringify({ title: `Showroom ${name}`, ...json }, null, 2)}\n`]
    }),
  )
}

const usage = `showroom schemas [FOLDER]

Writes the schemas of what people write to schemas/ of a content folder (default: scenes), for editors.
`

/** `showroom schemas`. Exit code 2 when it was called wrongly. */
export async function writeSchemas(args: string[]): Promise<number> {
  if (args.length > 1 || args[0]?.startsWith('-') === true) {
    const isHelp = args[0] === '--help'
    ;(isHelp ? process.stdout : process.stderr).write(usage)
    return isHelp ? 0 : 2
  }
  const folder = resolve(args[0] ?? 'scenes', 'schemas')
  await mkdir(folder, { recursive: true })
  for (const [name, text] of contentSchemas()) {
    await writeFile(join(folder, name), text)
    process.stdout.write(`${join(folder, name)}\n`)
  }
  return 0
}
