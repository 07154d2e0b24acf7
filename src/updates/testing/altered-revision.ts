import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Entry, Repository } from '../../publish/repository.ts'

/**
 * The next revision of a playlist, its content altered after every check: what a head office would sign whose own checks
 * were wrong. Resolves with the area's entries, to be signed.
 */
export async function alteredRevision(
  repository: Repository,
  area: string,
  id: string,
  alter: (path: string, text: string) => string,
): Promise<Map<string, Entry>> {
  const entries = await repository.entries(area)
  const [path = '', entry] = [...entries].findLast(([one]) => one.startsWith(`${area}/${id}/`)) ?? []
  if (entry === undefined) throw new Error(`"${id}" was never published`)
  const manifest = JSON.parse((await repository.readManifest(path, entry.sha256)).toString())
  for (const file of manifest.files) {
    if (!file.path.startsWith('content/')) continue
    const text = await readFile(join(repository.folder, 'content', file.sha256), 'utf8')
    Object.assign(file, await repository.putContent(Buffer.from(alter(file.path, text))))
  }
  manifest.revision += 1
  const next = path.replace(/\d+\.json$/, `${manifest.revision}.json`)
  const put = await repository.putManifest(next, Buffer.from(JSON.stringify(manifest)))
  return entries.set(next, { ...put, custom: { ring: 100, stop: false } })
}
