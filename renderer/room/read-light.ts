import type { PackedLight, ReadLight } from './light-worker.ts'

/** A thread that reads one room's light. */
export class LightReader {
  private readonly worker = new Worker(new URL('./light-worker.ts', import.meta.url), { type: 'module' })

  /** RGB9E5, `size * size` for each layer, one layer after the other. Throws an Error with the reason. */
  async read(packed: PackedLight): Promise<Uint32Array<ArrayBuffer>> {
    const read = await new Promise<ReadLight>((resolve, reject) => {
      this.worker.onmessage = ({ data }: MessageEvent<ReadLight>) => resolve(data)
      this.worker.onerror = ({ message }) => reject(new Error(message))
      this.worker.postMessage(packed, [packed.zipped])
    })
    if ('problem' in read) throw new Error(read.problem)
    // For whoever measures.
    performance.measure('room-light', { end: performance.now(), duration: read.ms })
    return read.light
  }

  end(): void {
    this.worker.terminate()
  }
}
