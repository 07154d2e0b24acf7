import { FolderSource } from './folder-source.ts'
import { HttpSource, type Patience } from './http-source.ts'
import type { Source } from './source.ts'

/** A web address, or the path of a folder. */
export function sourceNamed(name: string, patience?: Patience): Source {
  return /^https?:/i.test(name) ? new HttpSource(name, patience) : new FolderSource(name, patience?.windowMs)
}
