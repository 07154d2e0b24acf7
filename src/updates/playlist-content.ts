import { join } from 'node:path'
import type { RoomId } from '../contract/ids.ts'
import type { ManifestFile } from '../playlist/manifest.ts'
import { type Content, readContent, type SourceFile } from '../showroom/content.ts'
import type { FileProblem } from '../showroom/yaml-file.ts'
import { type ContentStore, sha256Of } from './content-store.ts'
import type { Disk } from './disk.ts'
import type { Playable } from './installed.ts'

/** A playlist's content, ready to be shown. */
export interface PlaylistContent {
  readonly content: Content
  /** The folder's name, under `rooms/`, in which each room's bake lies; rooms that brought none are left out. */
  readonly bakes: ReadonlyMap<RoomId, string>
  /** Whether the store's own scenes may be laid over it. */
  readonly ownScenes: boolean
}

/** What a playlist holds cannot be played here. The message says why, for staff. */
export class UnplayableError extends Error {
  readonly code = 'UNPLAYABLE'
  /** A file rotted on this disk: the next look brings it anew. */
  readonly isSpoilt: boolean

  constructor(message: string, isSpoilt = false) {
    super(message)
    this.isSpoilt = isSpoilt
  }
}

/**
 * Reads a playlist's files, each by its SHA-256. What has a problem is left out; when no room with a scene is left, all
 * of it is unplayable.
 */
export async function openPlaylist(
  { manifest, playlist, without }: Playable,
  store: ContentStore,
  disk: Disk,
  folder: string,
): Promise<PlaylistContent> {
  const present = manifest.files.filter(({ path }) => !without.has(path))
  const bare = playlist.rooms.filter((room) => !hasLight(room, present, without))
  const files: SourceFile[] = []
  for (const { path, sha256 } of present.filter((file) => file.path.startsWith('content/'))) {
    const bytes = await store.read(sha256)
    if (bytes === null) throw new UnplayableError('some of its files are not here', true)
    const inside = path.slice('content/'.length)
    if (!bare.some((room) => inside.startsWith(`rooms/${room}/`))) {
      files.push({ path: inside, text: bytes.toString('utf8') })
    }
  }
  const unnamed = bare.filter((room) => ![...without].some((path) => path.startsWith(`baked/${room}/`)))
  const read = readContent(files, [...[...without].map(absence), ...unnamed.map(darkness)])
  // Products also name rooms that this playlist does not show.
  const problems = read.problems.filter(({ file }) => !file.startsWith('products/'))
  const content = { ...read, problems }
  const rooms = content.rooms.filter(({ id }) => content.scenes.some(({ room }) => room === id))
  if (rooms.length === 0) throw new UnplayableError('none of its rooms has a scene that can be played')
  const bakes = new Map<RoomId, string>()
  for (const { id } of content.rooms) {
    const bake = present.filter(({ path }) => path.startsWith(`baked/${id}/`))
    if (bake.length > 0) bakes.set(id, await layOut(bake, `baked/${id}/`, store, disk, join(folder, 'rooms')))
  }
  return { content, bakes, ownScenes: playlist.ownScenes && playlist.class !== 'emergency' }
}

/** A room cannot be drawn without its bake; a scene's photograph is only missed. */
function hasLight(room: RoomId, present: readonly ManifestFile[], without: ReadonlySet<string>): boolean {
  const isBake = (path: string) =>
    path.startsWith(`baked/${room}/`) && /^[^/]+\/[^/]+\/[^/]+\.(?:json|bin)$/.test(path)
  if ([...without].some(isBake)) return false
  const bakes = present.map(({ path }) => path).filter(isBake)
  return bakes.includes(`baked/${room}/room.json`) && bakes.some((path) => path.endsWith('.bin'))
}

function darkness(room: RoomId): FileProblem {
  const file = `rooms/${room}/room.yaml`
  const hint = 'head office must bake it (npm run build) and publish it anew'
  return { file, line: 1, column: 1, path: '', message: 'this room was published without its light', hint }
}

function absence(path: string): FileProblem {
  const file = path.replace(/^content\//, '')
  const hint = 'head office must see that it is served'
  return { file, line: 1, column: 1, path: '', message: 'this file is nowhere to be had', hint }
}

/**
 * The page asks for a room's files by their names, so they lie in a folder that is named by all that is in it: whole
 * before it gets its name, and never changed.
 */
async function layOut(
  files: readonly ManifestFile[],
  prefix: string,
  store: ContentStore,
  disk: Disk,
  folder: string,
): Promise<string> {
  const inside = files.map(({ path, sha256 }) => ({ name: path.slice(prefix.length), sha256 }))
  const list = inside.map(({ name, sha256 }) => `${name} ${sha256}`).toSorted()
  const bake = sha256Of(Buffer.from(list.join('\n')))
  const isWhole = async (): Promise<boolean> => {
    for (const { name, sha256 } of inside) {
      const found = await disk.read(join(folder, bake, name))
      if (found === null || sha256Of(found) !== sha256) return false
    }
    return true
  }
  if (await isWhole()) return bake
  const making = join(folder, `${bake}.new`)
  await disk.remove(making)
  await disk.remove(join(folder, bake))
  for (const { name, sha256 } of inside) {
    if ((await store.read(sha256)) === null) throw new UnplayableError('some of its files are not here', true)
    await disk.share(store.pathOf(sha256), join(making, name))
  }
  await disk.moveFolder(making, join(folder, bake))
  return bake
}

/** Removes the rooms that are not shown any more. */
export async function keepRooms(disk: Disk, folder: string, bakes: ReadonlySet<string>): Promise<void> {
  for (const name of await disk.list(join(folder, 'rooms'))) {
    if (!bakes.has(name)) await disk.remove(join(folder, 'rooms', name))
  }
}
