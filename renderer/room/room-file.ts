import { type BakedRoom, bakedRoomFormat, type Run } from '../../src/light/baked-room.ts'
import { RoomFileError } from './errors.ts'
import { LightReader } from './read-light.ts'

/** A baked room in memory. */
export interface LoadedRoom {
  readonly room: BakedRoom
  /** What the runs of the room's meshes point into. */
  readonly bytes: ArrayBuffer
  /** RGB9E5, `size * size` for each layer, one layer after the other. */
  readonly light: Uint32Array<ArrayBuffer>
}

/** Loads `room.json` from `url`, and `room.bin` and `light.bin` beside it. Throws a `RoomFileError`. */
export async function loadRoomFile(url: string): Promise<LoadedRoom> {
  const beside = (name: string) => url.replace(/room\.json$/, name)
  const reader = new LightReader()
  try {
    const [room, bytes, zipped] = await Promise.all([
      description(url),
      unzipped(beside('room.bin')),
      get(beside('light.bin')).then((response) => response.arrayBuffer()),
    ])
    const light = await reader.read(zipped, room.size, room.layers.length)
    return { room, bytes, light }
  } catch (cause) {
    throw cause instanceof RoomFileError ? cause : new RoomFileError(url, 'its light cannot be read', cause)
  } finally {
    reader.end()
  }
}

async function description(url: string): Promise<BakedRoom> {
  const room = (await (await get(url)).json()) as BakedRoom
  if (room.format !== bakedRoomFormat)
    throw new RoomFileError(url, `its format is ${room.format}, not ${bakedRoomFormat}`)
  return room
}

async function unzipped(url: string): Promise<ArrayBuffer> {
  const { body } = await get(url)
  if (!body) throw new RoomFileError(url, 'it is empty')
  try {
    return await new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
  } catch (cause) {
    throw new RoomFileError(url, 'it is cut short or damaged', cause)
  }
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
