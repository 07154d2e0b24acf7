import type { SourceFile } from '../content.ts'

/** The folder by which scenes come and go, on a stick or by whoever looks after the kiosk. */
export interface SceneExchange {
  readonly folder: string
  /** Rejects when they cannot be written. */
  save(files: readonly SourceFile[]): Promise<void>
  /** The scene files that lie there. */
  found(): Promise<readonly SourceFile[]>
}

/** An exchange that keeps its files in memory. */
export class MemoryExchange implements SceneExchange {
  readonly folder = 'exchange'
  files: readonly SourceFile[] = []

  async save(files: readonly SourceFile[]): Promise<void> {
    this.files = files
  }

  async found(): Promise<readonly SourceFile[]> {
    return this.files
  }
}
