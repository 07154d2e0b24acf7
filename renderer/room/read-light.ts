import type { PackedLight, ReadLight } from './light-worker.ts'

/** The cores that the smallest kiosk has. */
const threads = 2

/** Threads that read one room's light, each its share of the layers. */
export class LightReader {
  private readonly workers = Array.from(
    { length: threads },
    () => new Worker(new URL('./light-worker.ts', import.meta.url), { type: 'module' }),
  )

  /**
   * RGB9E5, `size * size` for each layer, one layer after the other, of a room's zipped light. Throws an Error with the
   * reason.
   */
  async read(zipped: ArrayBuffer, size: number, layers: number): Promise<Uint32Array<ArrayBuffer>> {
    const share = Math.ceil(layers / threads)
    const parts = this.workers.map((worker, i) => {
      const from = Math.min(layers, i * share)
      return readPart(worker, { zipped, size, layers, from, to: Math.min(layers, from + share) })
    })
    const all = new Uint32Array(size * size * layers)
    for (const [i, part] of (await Promise.all(parts)).entries()) all.set(part, i * share * size * size)
    return all
  }

  end(): void {
    for (const worker of this.workers) worker.terminate()
  }
}

async function readPart(worker: Worker, packed: PackedLight): Promise<Uint32Array<ArrayBuffer>> {
  const read = await new Promise<ReadLight>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ReadLight>) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage(packed)
  })
  if ('problem' in read) throw new Error(read.problem)
  return read.light
}
