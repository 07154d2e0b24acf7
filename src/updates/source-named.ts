import { FolderSource } from './folder-source.ts'
import { HttpSource } from './http-source.ts'
import type { Source } from './source.ts'

/** A web address, or the path of a folder. */
export function sourceNamed(name: string): Source {
  return /^https?:/i.test(name) ? new HttpSource(name) : new FolderSource(name)
}
