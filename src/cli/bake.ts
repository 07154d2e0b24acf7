import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bakeRoom } from '../bake/bake-room.ts'
import { RoomPlanError } from '../bake/read-room.ts'
import { committedBake, copyBake, roomNames } from '../bake/room-folders.ts'
import { type BakeQuality, bakeQualities } from '../bake/settings.ts'
import { ProgressBar } from './progress-bar.ts'

const help = `showroom bake [ROOM ...] [options]

Bakes the light of rooms in scenes/rooms (all of them without a name): one layer for each lamp, for the
sky, for three positions of the sun and for closed blinds. Nothing is done for a room that has not changed.

  --quality full    what a shop is given: into scenes/rooms/ROOM/baked, to be added to the
                    repository, and into out/rooms for the kiosk here (default)
  --quality draft   a quarter of the time, to place furniture by: into out/rooms only
  --size TEXELS     edge of the light map, 64 to 2048: into out/rooms only (default: as many as
                    60 MB on the graphics card allow)
  --rooms FOLDER    another folder of rooms
  --workers N       threads (default 2)
`

/** `showroom bake`: exit code 1 when a room cannot be baked, 2 when the command line makes no sense. */
export async function bake(args: string[]): Promise<number> {
  const asked = readArguments(args)
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n`)
    return 2
  }
  if (asked.help) {
    process.stdout.write(help)
    return 0
  }
  const known = await roomNames(asked.rooms)
  if (known.length === 0) {
    process.stderr.write(`There is no room in ${asked.rooms}.\n`)
    return 1
  }
  const unknown = asked.names.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    process.stderr.write(`There is no room "${unknown}" in ${asked.rooms}. There is: ${known.join(', ')}\n`)
    return 1
  }
  for (const name of asked.names.length > 0 ? asked.names : known) if (!(await bakeOne(name, asked))) return 1
  return 0
}

interface Asked {
  readonly names: readonly string[]
  readonly help: boolean
  readonly quality: BakeQuality
  readonly size: number | undefined
  readonly rooms: string
  readonly workers: number
}

/** What is asked for, or a sentence that says what cannot be understood. */
function readArguments(args: string[]): Asked | string {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\nshowroom bake --help tells what there is.`
  }
  const { values, positionals } = parsed
  const { quality } = values
  if (quality !== 'draft' && quality !== 'full') return `--quality is draft or full, not "${quality}".`
  const size = values.size === undefined ? undefined : Number(values.size)
  if (size !== undefined && !(Number.isInteger(size) && size >= 64 && size <= 2048))
    return `--size is a whole number from 64 to 2048, not "${values.size}".`
  const workers = Number(values.workers)
  if (!(Number.isInteger(workers) && workers >= 1 && workers <= 64))
    return `--workers is a whole number from 1 to 64, not "${values.workers}".`
  return { names: positionals, help: values.help, quality, size, rooms: values.rooms, workers }
}

function parse(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', default: false },
      quality: { type: 'string', default: 'full' },
      size: { type: 'string' },
      rooms: { type: 'string', default: join('scenes', 'rooms') },
      workers: { type: 'string', default: '2' },
    },
  })
}

async function bakeOne(name: string, { quality, size, rooms, workers }: Asked): Promise<boolean> {
  const roomFolder = join(rooms, name)
  const here = join('out', 'rooms', name)
  const forShops = quality === 'full' && size === undefined
  const outFolder = forShops ? committedBake(roomFolder) : here
  const startedMs = performance.now()
  const bar = new ProgressBar(name, process.stderr)
  const settings = { ...bakeQualities[quality], ...(size === undefined ? {} : { size }), workers }
  try {
    const { baked } = await bakeRoom({ roomFolder, outFolder, ...settings, onProgress: bar.show })
    bar.end()
    if (forShops) await copyBake(outFolder, here)
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(0)
    process.stdout.write(
      baked ? `${name}: baked into ${outFolder} in ${seconds} s\n` : `${name}: unchanged\n`,
    )
    return true
  } catch (error) {
    bar.end()
    if (!(error instanceof RoomPlanError)) throw error
    process.stderr.write(`${error.message}\n`)
    return false
  }
}
