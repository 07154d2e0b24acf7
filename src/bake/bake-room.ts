import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { BakedRoom } from '../light/baked-room.ts'
import { bakeLight } from './bake-light.ts'
import { fingerprintOf } from './fingerprint.ts'
import { readRoom } from './read-room.ts'
import { writeRoom } from './room-file.ts'
import { type BakeSettings, defaultSettings } from './settings.ts'

export interface BakeRequest extends Partial<BakeSettings> {
  /** Folder with `room.yaml`. */
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

/**
 * Bakes a room's light, unless what lies in `outFolder` was made from the very same room.
 * Throws a `RoomPlanError` when the room's description has a problem.
 */
export async function bakeRoom(request: BakeRequest): Promise<BakeResult> {
  const { roomFolder, outFolder, onProgress = () => {} } = request
  const settings = settingsOf(request)
  const fingerprint = await fingerprintOf([roomFolder, furniture, lightFolder, baker], settings)
  const last = await lastBake(outFolder)
  if (last?.fingerprint === fingerprint) return { baked: false, room: last }

  const { description, model } = await readRoom(join(roomFolder, 'room.yaml'))
  const lit = await bakeLight(model, settings, onProgress)
  const { room, bytes, light } = writeRoom(description, lit, model.emitters, fingerprint)
  await mkdir(outFolder, { recursive: true })
  // The description goes last: whoever finds it finds the numbers that it points to.
  await writeWhole(join(outFolder, 'room.bin'), gzipSync(bytes, zipped))
  await writeWhole(join(outFolder, 'light.bin'), gzipSync(light, zipped))
  await writeWhole(join(outFolder, 'room.json'), JSON.stringify(room))
  return { baked: true, room }
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
