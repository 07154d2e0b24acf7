import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bakeRoom, freshBake } from '../bake/bake-room.ts'
import { RoomPlanError } from '../bake/read-room.ts'
import { committedBake } from '../bake/room-folders.ts'
import { bakeQualities } from '../bake/settings.ts'
import { readContentFolder } from '../platform/content-folder.ts'
import { serveRoomPage } from '../platform/room-page.ts'
import { type Content, readContent } from '../showroom/content.ts'
import { looksOf } from './looks.ts'
import { takePhotographs, takePictures } from './preview-pictures.ts'
import { drawScenes } from './scene-pictures.ts'

const usage = `showroom preview room ROOM [--scenes FOLDER] [--pictures FOLDER]
       [--photographs] [--look NAME] [--fine] [--port 4180]
showroom preview SCENE [--scenes FOLDER] [--pictures FOLDER] [--fine]

The second writes how the room looks in a scene, one picture for each camera: a strip of pictures when the scene has
moments. They go to out/preview/scenes, or into the folder that --pictures names.

The first bakes a room quickly, unless its light is kept beside it, and shows it in a browser: in each of its scenes
and by day.
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
  if (values.help || what === undefined || (what === 'room' && name === undefined)) {
    ;(values.help ? process.stdout : process.stderr).write(usage)
    return values.help ? 0 : 2
  }
  const { files, unreadable } = await readContentFolder(resolve(values.scenes))
  const content = readContent(files, unreadable)
  if (what !== 'room') return previewScene(what, content, values)
  if (name === undefined) return 2
  const roomFolder = resolve(values.scenes, 'rooms', name)
  if ((await stat(join(roomFolder, 'room.yaml')).catch(() => null)) === null) {
    process.stderr.write(`There is no room ${join(roomFolder, 'room.yaml')}.\n`)
    return 1
  }
  const baked = await bake(roomFolder, name, values.fine)
  if (baked === null) return 1
  const { rooms, scenes } = content
  const room = rooms.find(({ id }) => id === name)
  if (room === undefined) return 1
  const looks = looksOf(room, scenes).filter((look) =>
    look.name.toLowerCase().includes(values.look.toLowerCase()),
  )
  const server = await serveRoomPage({
    page: 'preview',
    roomFolder: baked.folder,
    port: Number(values.port),
    answers: { 'looks.json': looks },
  })
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
        await writeFile(join(folder, 'taken-of.json'), `{ "fingerprint": "${baked.fingerprint}" }\n`)
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

/** The bake that is kept beside a room, or one made for a look at it; null when its plan is wrong. */
async function bake(
  roomFolder: string,
  name: string,
  fine: boolean,
): Promise<{ readonly folder: string; readonly fingerprint: string } | null> {
  const folder = resolve('out/preview', fine ? 'fine' : 'draft', name)
  try {
    const committed = committedBake(roomFolder)
    const kept = await freshBake(roomFolder, committed)
    if (kept !== null) return { folder: committed, fingerprint: kept.fingerprint }
    process.stdout.write(`Baking ${name} …\n`)
    const quality = fine ? {} : bakeQualities.draft
    const { room } = await bakeRoom({ roomFolder, outFolder: folder, ...quality })
    return { folder, fingerprint: room.fingerprint }
  } catch (error) {
    if (!(error instanceof RoomPlanError)) throw error
    process.stderr.write(`${error.message}\n`)
    return null
  }
}

async function previewScene(
  id: string,
  { rooms, scenes, problems }: Content,
  values: { readonly scenes: string; readonly pictures?: string | undefined; readonly fine: boolean },
): Promise<number> {
  const scene = scenes.find((candidate) => candidate.id === id)
  const room = rooms.find((candidate) => candidate.id === scene?.room)
  if (scene === undefined || room === undefined) {
    const known = scenes.map((candidate) => candidate.id).join(', ')
    process.stderr.write(`There is no good scene "${id}" in ${values.scenes} (known: ${known}).\n`)
    if (problems.length > 0) process.stderr.write('"showroom check" tells what is wrong with the others.\n')
    return 1
  }
  const baked = await bake(resolve(values.scenes, 'rooms', room.id), room.id, values.fine)
  if (baked === null) return 1
  return drawScenes(baked.folder, room, [scene], resolve(values.pictures ?? 'out/preview/scenes'))
}
