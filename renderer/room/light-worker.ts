import { decodeLayers } from '../../src/light/layer-codec.ts'

/**
 * A baked room's light as it is to be read: unzipped by the way, `size * size` texels for each of so many layers; and
 * which of them are wanted, from one to before another.
 */
export interface PackedLight {
  readonly zipped: ArrayBuffer
  readonly size: number
  readonly layers: number
  readonly from: number
  readonly to: number
}

/** The layers that were wanted, or what is wrong with them. */
export type ReadLight = { readonly light: Uint32Array<ArrayBuffer> } | { readonly problem: string }

// A thread of its own, so that the page answers touches while the light is read. It does so once.
self.onmessage = async ({ data }: MessageEvent<PackedLight>) => {
  try {
    const { zipped, size, layers, from, to } = data
    const stream = new Response(zipped).body?.pipeThrough(new DecompressionStream('gzip'))
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
    const light = decodeLayers(bytes, size, layers, from, to)
    const read: ReadLight = { light }
    self.postMessage(read, { transfer: [light.buffer] })
  } catch (error) {
    const read: ReadLight = { problem: error instanceof Error ? error.message : String(error) }
    self.postMessage(read)
  }
}
