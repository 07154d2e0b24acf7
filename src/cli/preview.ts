import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bakeRoom } from '../bake/bake-room.ts'
import { RoomPlanError } from '../bake/read-room.ts'
import { bakeQualities } from '../bake/settings.ts'
import type { BakedRoom } from '../light/baked-room.ts'
import { readContentFolder } from '../platform/content-folder.ts'
import { readContent } from '../showroom/content.ts'
import { looksOf } from './looks.ts'
import { takePhotographs, takePictures } from './preview-pictures.ts'
import { servePreview } from './preview-server.ts'

const usage = `showroom preview room ROOM [--scenes FOLDER] [--pictures FOLDER]
       [--photographs] [--look NAME] [--fine] [--port 4180]

Bakes a room quickly and shows it in a browser, in each of its scenes and by day.
  --scenes    folder with the rooms and scenes (default: scenes)
  --pictures  writes a PNG for each camera and look into FOLDER instead, and ends
  --photographs  writes what kiosks without 3D show, into the scenes' folder, and ends; best with --fine
  --look      only looks whose name has this in it
  --fine      bakes as carefully as for the kiosk
  --port      where the browser finds it
`

/** `showroom preview room ROOM`. Resolves with an exit code; without `--pictures` it serves until it is ended. */
export async function preview(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      scenes: { type: 'string', default: 'scenes' },
      pictures: { type: 'string' },
      photographs: { type: 'boolean', default: false },
      look: { type: 'string', default: '' },
      fine: { type: 'boolean', default: false },
      port: { type: 'string', default: '4180' },
      help: { type: 'boolean', default: false },
    },
  })
  const [what, name] = positionals
  if (values.help || what !== 'room' || name === undefined) {
    process.stderr.write(usage)
    return values.help ? 0 : 2
  }
  const roomFolder = resolve(values.scenes, 'rooms', name)
  if ((await stat(join(roomFolder, 'room.yaml')).catch(() => null)) === null) {
    process.stderr.write(`There is no room ${join(roomFolder, 'room.yaml')}.\n`)
    return 1
  }
  const outFolder = resolve('out/preview', values.fine ? 'fine' : 'draft', name)
  let baked: BakedRoom
  try {
    process.stdout.write(`Baking ${name} …\n`)
    const result = await bakeRoom({ roomFolder, outFolder, ...(values.fine ? {} : bakeQualities.draft) })
    baked = result.room
  } catch (error) {
    if (!(error instanceof RoomPlanError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
  const { files } = await readContentFolder(resolve(values.scenes))
  const { rooms, scenes } = readContent(files)
  const room = rooms.find(({ id }) => id === name)
  if (room === undefined) return 1
  const looks = looksOf(room, scenes).filter((look) =>
    look.name.toLowerCase().includes(values.look.toLowerCase()),
  )
  const server = await servePreview(outFolder, looks, Number(values.port))
  try {
    if (values.photographs) {
      const photographed = looks.filter(
        (look) => look.name === 'noon' || scenes.some(({ id }) => id === look.name),
      )
      const folder = resolve(values.scenes, 'photographs', name)
      await mkdir(folder, { recursive: true })
      const code = await takePhotographs(server.url, photographed, folder)
      // Tells later which room they show; a part of them tells nothing.
      if (code === 0 && values.look === '')
        await writeFile(
          join(folder, 'taken-of.json'),
          `${JSON.stringify({ fingerprint: baked.fingerprint })}\n`,
        )
      return code
    }
    if (values.pictures === undefined) {
      process.stdout.write(`${name} is at ${server.url} – end with Ctrl+C.\n`)
      await new Promise((ended) => process.once('SIGINT', ended))
      return 0
    }
    const folder = resolve(values.pictures)
    await mkdir(folder, { recursive: true })
    return await takePictures(server.url, looks, folder)
  } finally {
    await server.close()
  }
}
