import { decodeLayers } from '../../src/light/layer-codec.ts'

/** A baked room's light as it is to be read: unzipped by the way, `size * size` texels for each of so many layers. */
export interface PackedLight {
  readonly zipped: ArrayBuffer
  readonly size: number
  readonly layers: number
}

/** The layers, or what is wrong with them; and how long it took to read them, milliseconds. */
export type ReadLight =
  | { readonly light: Uint32Array<ArrayBuffer>; readonly ms: number }
  | { readonly problem: string }

// A thread of its own, so that the page answers touches while the light is read. It does so once.
self.onmessage = async ({ data }: MessageEvent<PackedLight>) => {
  const started = performance.now()
  try {
    const { zipped, size, layers } = data
    const stream = new Response(zipped).body?.pipeThrough(new DecompressionStream('gzip'))
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
    const light = decodeLayers(bytes, size, layers)
    const read: ReadLight = { light, ms: performance.now() - started }
    self.postMessage(read, { transfer: [light.buffer] })
  } catch (error) {
    const read: ReadLight = { problem: error instanceof Error ? error.message : String(error) }
    self.postMessage(read)
  }
}
