import { type BakedRoom, bakedRoomFormat, type Run } from '../../src/light/baked-room.ts'
import { decodeLayers } from '../../src/light/layer-codec.ts'
import { RoomFileError } from './errors.ts'

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
  const room = (await (await get(url)).json()) as BakedRoom
  if (room.format !== bakedRoomFormat)
    throw new RoomFileError(url, `its format is ${room.format}, not ${bakedRoomFormat}`)
  const beside = (name: string) => unzip(url.replace(/room\.json$/, name))
  const [bytes, packed] = await Promise.all([beside('room.bin'), beside('light.bin')])
  try {
    return { room, bytes, light: decodeLayers(new Uint8Array(packed), room.size, room.layers.length) }
  } catch (cause) {
    throw new RoomFileError(url, 'its light cannot be read', cause)
  }
}

async function unzip(url: string): Promise<ArrayBuffer> {
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
