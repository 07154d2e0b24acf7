import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { type Manifest, manifest } from '../playlist/manifest.ts'
import { type Playlist, playlistVersions } from '../playlist/playlist.ts'
import { filesOf } from '../playlist/playlist-files.ts'
import type { SourceFile } from '../showroom/content.ts'
import { upgraded } from '../showroom/file-version.ts'
import { type Entry, PublishError, type Repository } from './repository.ts'

/** A content folder that passed every check, and where the rooms' bakes lie. */
export interface Publishable {
  readonly files: readonly SourceFile[]
  /** `<room>/room.json` and so on; a room without a folder here comes without its light, and kiosks leave it out. */
  readonly bakedFolder: string
}

/** What a publication will be, before anything is signed. */
export interface Publication {
  readonly path: string
  readonly manifest: Manifest
  /** The same as it is signed: as the author wrote it, not as it was read. */
  readonly bytes: Buffer
  readonly files: readonly { readonly path: string; readonly bytes: Buffer }[]
}

/** Revisions of one playlist that stay in the list: the newest, and the one that plays where it does not. */
const revisionsKept = 2

/** Puts a playlist's next revision together. Nothing is written yet. */
export async function preparePublication(
  repository: Repository,
  area: string,
  playlist: Playlist,
  { files, bakedFolder }: Publishable,
  put: (bytes: Buffer) => Promise<{ bytes: number; sha256: string }>,
): Promise<Publication> {
  const own: { path: string; bytes: Buffer }[] = filesOf(playlist, files).map(({ path, text }) => ({
    path: `content/${path}`,
    bytes: Buffer.from(text),
  }))
  for (const room of playlist.rooms) own.push(...(await bakeOf(bakedFolder, room)))
  const listed = []
  for (const { path, bytes } of own) listed.push({ path, ...(await put(bytes)) })
  const revision = 1 + Math.max(0, ...(await revisionsOf(repository, area, playlist.id)))
  const data = { format: 1, revision, playlist: sourceOf(playlist.id, files), files: listed }
  const checked = manifest.safeParse(data)
  if (!checked.success) {
    const [first] = checked.error.issues
    throw new PublishError(`"${playlist.id}" cannot be published: ${first?.path.join('.')} ${first?.message}`)
  }
  const bytes = Buffer.from(JSON.stringify(data))
  return { path: `${area}/${playlist.id}/${revision}.json`, manifest: checked.data, bytes, files: own }
}

/** The area's entries with a publication among them, for a share of the kiosks; the oldest revisions leave the list. */
export async function withPublication(
  repository: Repository,
  area: string,
  { path, bytes }: Publication,
  ring: number,
): Promise<Map<string, Entry>> {
  const entries = await repository.entries(area)
  entries.set(path, { ...(await repository.putManifest(path, bytes)), custom: { ring, stop: false } })
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const revisions = [...entries.keys()].filter((one) => one.startsWith(folder))
  for (const old of revisions.toSorted((a, b) => revisionOf(b) - revisionOf(a)).slice(revisionsKept)) {
    entries.delete(old)
  }
  return entries
}

/** The newest revision's entry with another roll-out. */
export function withRollout(
  entries: ReadonlyMap<string, Entry>,
  area: string,
  id: string,
  change: Partial<Entry['custom']>,
  which: 'newest' | 'all',
): Map<string, Entry> {
  const paths = [...entries.keys()]
    .filter((path) => path.startsWith(`${area}/${id}/`))
    .toSorted((a, b) => revisionOf(b) - revisionOf(a))
  if (paths.length === 0) {
    const known = [...new Set([...entries.keys()].map((path) => path.split('/')[1]))].join(', ')
    throw new PublishError(`"${area}" has no playlist "${id}"${known === '' ? '' : ` (it has ${known})`}`)
  }
  const result = new Map(entries)
  for (const path of which === 'all' ? paths : paths.slice(0, 1)) {
    const entry = entries.get(path)
    if (entry !== undefined) result.set(path, { ...entry, custom: { ...entry.custom, ...change } })
  }
  return result
}

export function revisionOf(path: string): number {
  return Number(/\/(\d+)\.json$/.exec(path)?.[1] ?? 0)
}

async function revisionsOf(repository: Repository, area: string, id: string): Promise<number[]> {
  const paths = [...(await repository.entries(area)).keys()]
  return paths.filter((path) => path.startsWith(`${area}/${id}/`)).map(revisionOf)
}

function sourceOf(id: string, files: readonly SourceFile[]): unknown {
  const file = files.find(({ path }) => path === `playlists/${id}.yaml` || path === `playlists/${id}.yml`)
  if (file === undefined) throw new PublishError(`there is no playlists/${id}.yaml`)
  const current = upgraded(parseDocument(file.text).toJS(), playlistVersions)
  if (!current.ok) throw new PublishError(`${file.path}: ${current.message}`)
  return current.data
}

async function bakeOf(folder: string, room: string): Promise<{ path: string; bytes: Buffer }[]> {
  const files: { path: string; bytes: Buffer }[] = []
  const walk = async (inside: string): Promise<void> => {
    const entries = await readdir(join(folder, room, inside), { withFileTypes: true }).catch(() => [])
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${inside}${entry.name}`
      if (entry.isDirectory()) await walk(`${path}/`)
      else if (/\.(json|bin|jpg)$/.test(path)) {
        files.push({ path: `baked/${room}/${path}`, bytes: await readFile(join(folder, room, path)) })
      }
    }
  }
  await walk('')
  return files
}
