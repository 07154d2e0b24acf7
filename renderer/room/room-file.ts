import { type BakedRoom, bakedRoomFormat, type Run } from '../../src/light/baked-room.ts'
import { RoomFileError } from './errors.ts'

/** A baked room in memory. */
export interface LoadedRoom {
  readonly room: BakedRoom
  readonly bytes: ArrayBuffer
}

/** Loads `room.json` from `url`, and the `room.bin` beside it. Throws a `RoomFileError`. */
export async function loadRoomFile(url: string): Promise<LoadedRoom> {
  const room = (await (await get(url)).json()) as BakedRoom
  if (room.format !== bakedRoomFormat)
    throw new RoomFileError(url, `its format is ${room.format}, not ${bakedRoomFormat}`)
  const bytes = await (await get(url.replace(/room\.json$/, 'room.bin'))).arrayBuffer()
  const end = room.light.at + room.light.count * 4
  if (bytes.byteLength < end) throw new RoomFileError(url, `room.bin has ${bytes.byteLength} bytes of ${end}`)
  return { room, bytes }
}

async function get(url: string): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url)
  } catch (cause) {
    throw new RoomFileError(url, 'it cannot be fetched', cause)
  }
  if (!response.ok) throw new RoomFileError(url, `the answer was ${response.status}`)
  return response
}

export function floats(bytes: ArrayBuffer, { at, count }: Run): Float32Array<ArrayBuffer> {
  return new Float32Array(bytes, at, count)
}

export function integers(bytes: ArrayBuffer, { at, count }: Run): Uint32Array<ArrayBuffer> {
  return new Uint32Array(bytes, at, count)
}

export function shorts(bytes: ArrayBuffer, { at, count }: Run): Int16Array<ArrayBuffer> {
  return new Int16Array(bytes, at, count)
}
