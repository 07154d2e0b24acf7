import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BakedRoom } from '../light/baked-room.ts'
import { bakeLight } from './bake-light.ts'
import { fingerprintOf } from './fingerprint.ts'
import { readRoom } from './read-room.ts'
import { writeRoom } from './room-file.ts'
import { type BakeSettings, bakeQualities } from './settings.ts'

export interface BakeRequest extends Partial<BakeSettings> {
  /** Folder with `room.yaml`. */
  readonly roomFolder: string
  /** Folder that the baked room is written to. */
  readonly outFolder: string
  /** Told the share done, 0..1. */
  readonly onProgress?: (share: number) => void
}

export interface BakeResult {
  /** False when nothing had changed since the last bake. */
  readonly baked: boolean
  readonly room: BakedRoom
}

/** What a baked room consists of. The description is last: whoever finds it finds what it points to. */
export const bakedFiles = ['room.bin', 'light.bin', 'room.json'] as const

const zipped = { level: 9, memLevel: 9 } as const

/**
 * Bakes a room's light, unless what lies in `outFolder` was made from the very same room.
 * Throws a `RoomPlanError` when the room's description has a problem.
 */
export async function bakeRoom(request: BakeRequest): Promise<BakeResult> {
  const { roomFolder, outFolder, onProgress = () => {} } = request
  const settings = settingsOf(request)
  const { description, model } = await readRoom(join(roomFolder, 'room.yaml'))
  const fingerprint = fingerprintOf(description, model, settings)
  const last = await lastBake(outFolder)
  if (last?.fingerprint === fingerprint) return { baked: false, room: last }

  const cameras = Object.values(description.cameras)
  const lit = await bakeLight(model, settings, { onProgress, cameras })
  const { room, bytes, light } = writeRoom(description, lit, model.emitters, fingerprint)
  await mkdir(outFolder, { recursive: true })
  await writeWhole(join(outFolder, 'room.bin'), gzipSync(bytes, zipped))
  await writeWhole(join(outFolder, 'light.bin'), gzipSync(light, zipped))
  await writeWhole(join(outFolder, 'room.json'), JSON.stringify(room))
  return { baked: true, room }
}

/** What lies in `bakedFolder`, if it is the room as it is now, baked as a shop is given it; else null. */
export async function freshBake(roomFolder: string, bakedFolder: string): Promise<BakedRoom | null> {
  const last = await lastBake(bakedFolder)
  if (last === null) return null
  const { description, model } = await readRoom(join(roomFolder, 'room.yaml'))
  return last.fingerprint === fingerprintOf(description, model, bakeQualities.full) ? last : null
}

/** Whether `freshBake` finds one. */
export async function isFresh(roomFolder: string, bakedFolder: string): Promise<boolean> {
  return (await freshBake(roomFolder, bakedFolder)) !== null
}

function settingsOf(request: BakeRequest): BakeSettings {
  const { size, directRays, gatherRays, lampRays, bounces, workers } = { ...bakeQualities.full, ...request }
  return { size, directRays, gatherRays, lampRays, bounces, workers }
}

async function lastBake(folder: string): Promise<BakedRoom | null> {
  try {
    for (const name of bakedFiles) await access(join(folder, name))
    return JSON.parse(await readFile(join(folder, 'room.json'), 'utf8')) as BakedRoom
  } catch {
    return null
  }
}

async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, content)
  await rename(`${path}.part`, path)
}
