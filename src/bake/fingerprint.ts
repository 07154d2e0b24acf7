import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BakeSettings } from './settings.ts'

/**
 * A fingerprint of everything that decides what a bake looks like: the room's own files, the furniture, the
 * baker, what it knows of light, and the settings. The number of threads changes nothing.
 */
export async function fingerprintOf(folders: readonly string[], settings: BakeSettings): Promise<string> {
  const { workers: _, ...decisive } = settings
  const hash = createHash('sha256').update(JSON.stringify(decisive))
  for (const folder of folders) {
    const names = (await readdir(folder, { recursive: true })).sort()
    for (const name of names) {
      if (!/\.(ts|yaml|glb)$/.test(name) || name.endsWith('.test.ts')) continue
      hash.update(name).update(await readFile(join(folder, name)))
    }
  }
  return hash.digest('hex').slice(0, 20)
}
