import { join } from 'node:path'
import { isSceneFile, type SourceFile } from '../showroom/content.ts'
import type { SceneExchange } from '../showroom/own-scenes/scene-exchange.ts'
import { readContentFolder } from './content-folder.ts'
import { replaceFile } from './file-storage.ts'

/** Scene files in a folder that people open: readable by everybody, one folder for each room. */
export class ExchangeFolder implements SceneExchange {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  async save(files: readonly SourceFile[]): Promise<void> {
    for (const { path, text } of files) await replaceFile(join(this.folder, path), text, 0o644)
  }

  async found(): Promise<readonly SourceFile[]> {
    const { files } = await readContentFolder(this.folder)
    return files.filter(({ path }) => isSceneFile(path))
  }
}
