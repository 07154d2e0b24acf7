import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { parse } from 'yaml'
import type { FixturePlaces, Place, RoomModel } from '../../scenes/furniture/piece.ts'
import type { BakedRoom } from '../light/baked-room.ts'
import { type RoomDescription, roomDescription } from '../showroom/room.ts'
import { bakeLight } from './bake-light.ts'
import { fingerprintOf } from './fingerprint.ts'
import { writeRoom } from './room-file.ts'
import { type BakeSettings, defaultSettings } from './settings.ts'

export interface BakeRequest extends Partial<BakeSettings> {
  /** Folder with `room.yaml` and `build.ts`. */
  readonly roomFolder: string
  /** Folder that `room.json` and `room.bin` are written to. */
  readonly outFolder: string
  /** Told the share done, 0..1. */
  readonly onProgress?: (share: number) => void
}

export interface BakeResult {
  /** False when nothing had changed since the last bake. */
  readonly baked: boolean
  readonly room: BakedRoom
}

const baker = dirname(fileURLToPath(import.meta.url))
const furniture = join(baker, '../../scenes/furniture')
const lightFolder = join(baker, '../light')

const zipped = { level: 9, memLevel: 9 } as const

/** Bakes a room's light, unless what lies in `outFolder` was made from the very same room. */
export async function bakeRoom(request: BakeRequest): Promise<BakeResult> {
  const { roomFolder, outFolder, onProgress = () => {} } = request
  const settings = settingsOf(request)
  const fingerprint = await fingerprintOf([roomFolder, furniture, lightFolder, baker], settings)
  const last = await lastBake(outFolder)
  if (last?.fingerprint === fingerprint) return { baked: false, room: last }

  const description = roomDescription.parse(parse(await readFile(join(roomFolder, 'room.yaml'), 'utf8')))
  const builder: { buildRoom(at: FixturePlaces): RoomModel } = await import(
    pathToFileURL(join(roomFolder, 'build.ts')).href
  )
  const model = builder.buildRoom(placesIn(description))
  const lit = await bakeLight(model, settings, onProgress)
  const { room, bytes, light } = writeRoom(description, lit, model.emitters, fingerprint)
  await mkdir(outFolder, { recursive: true })
  // The description goes last: whoever finds it finds the numbers that it points to.
  await writeWhole(join(outFolder, 'room.bin'), gzipSync(bytes, zipped))
  await writeWhole(join(outFolder, 'light.bin'), gzipSync(light, zipped))
  await writeWhole(join(outFolder, 'room.json'), JSON.stringify(room))
  return { baked: true, room }
}

/** Where each fixture of the description is; asking for one that it lacks is the builder's mistake. */
export function placesIn(description: RoomDescription): FixturePlaces {
  return (id): Place => {
    const fixture = description.fixtures.find((candidate) => candidate.id === id)
    if (!fixture)
      throw new Error(`room.yaml of ${description.id} has no fixture "${id}", but its builder places one.`)
    return fixture.at
  }
}

function settingsOf(request: BakeRequest): BakeSettings {
  const { size, directRays, gatherRays, bounces, workers } = { ...defaultSettings, ...request }
  return { size, directRays, gatherRays, bounces, workers }
}

async function lastBake(folder: string): Promise<BakedRoom | null> {
  try {
    for (const name of ['room.bin', 'light.bin']) await access(join(folder, name))
    return JSON.parse(await readFile(join(folder, 'room.json'), 'utf8')) as BakedRoom
  } catch {
    return null
  }
}

async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, content)
  await rename(`${path}.part`, path)
}
