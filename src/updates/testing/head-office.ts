import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPlaylists } from '../../playlist/playlist-files.ts'
import { preparePublication, withPublication, withRollout } from '../../publish/publish-playlist.ts'
import { Repository, type Signers } from '../../publish/repository.ts'
import { createKey, type SigningKey } from '../../publish/signing-key.ts'
import { readContent, type SourceFile } from '../../showroom/content.ts'
import { denFile } from '../../showroom/testing/den.ts'
import { roomFile } from '../../showroom/testing/room-file.ts'

const room = roomFile(
  'den',
  `
  - { id: pendant, kind: light, name: { en: P, sv: P }, lumens: 800 }
`,
)

type Keys = Readonly<Record<string, readonly SigningKey[]>>

/** A head office with true keys and a true folder, for tests: what it publishes is what kiosks get. */
export class HeadOffice {
  readonly folder: string
  readonly repository: Repository
  readonly keys: Record<string, readonly SigningKey[]>
  private readonly now: () => number

  private constructor(folder: string, now: () => number, keys: Keys) {
    this.folder = folder
    this.now = now
    this.keys = { ...keys }
    this.repository = new Repository(join(folder, 'repository'), now)
  }

  static async open(now: () => number = Date.now, areas: readonly string[] = ['global', 'se', 'no']) {
    const folder = await mkdtemp(join(tmpdir(), 'head-office-'))
    const some = (name: string, count: number) =>
      Array.from({ length: count }, (_, index) => createKey(`${name}-${index + 1}`, 'secret', 1024).key)
    const keys: Record<string, readonly SigningKey[]> = {
      root: some('root', 3),
      targets: some('targets', 3),
      snapshot: some('snapshot', 1),
      timestamp: some('timestamp', 1),
    }
    for (const area of areas) keys[area] = some(area, 2)
    const office = new HeadOffice(folder, now, keys)
    await office.writeRoot()
    await office.delegate(areas)
    for (const area of areas) await office.repository.writeEntries(area, new Map(), office.of(area, 1))
    await office.release()
    return office
  }

  /** The keys of a role; some of them. */
  of(role: string, count?: number): readonly SigningKey[] {
    return (this.keys[role] ?? []).slice(0, count)
  }

  /** What kiosks are given, as JSON. */
  get root(): Promise<string> {
    return readFile(join(this.repository.folder, 'metadata/1.root.json'), 'utf8')
  }

  async writeRoot(signers: readonly SigningKey[] = this.of('root', 2)): Promise<void> {
    const role = (name: string, threshold: number): Signers => ({ keys: this.of(name), threshold })
    const roles = {
      root: role('root', 2),
      targets: role('targets', 2),
      snapshot: role('snapshot', 1),
      timestamp: role('timestamp', 1),
    }
    await this.repository.writeRoot(roles, signers)
  }

  async delegate(areas: readonly string[], signers = this.of('targets', 2)): Promise<void> {
    const all = areas.map((area) => [area, { keys: this.of(area), threshold: 1 }] as const)
    await this.repository.writeDelegations(new Map(all), signers)
  }

  async release(): Promise<void> {
    await this.repository.release(this.of('snapshot'), this.of('timestamp'))
  }

  /** Publishes a playlist of one room and one scene; `yaml` is what makes it special. */
  async publish(
    area: string,
    id: string,
    how: {
      yaml?: string
      level?: number
      ring?: number
      /** Its rooms' light, as it stands in the file. */
      bake?: string
      /** Rooms that are published without their light: our own command would refuse to. */
      dark?: readonly string[]
      files?: readonly SourceFile[]
      /** Content of its own, in place of the den. */
      content?: {
        readonly rooms: string
        readonly files: readonly SourceFile[]
        /** Where its rooms' true light lies; a made-up one without it. */
        readonly baked?: string
      }
    } = {},
  ): Promise<string> {
    const { yaml = '', level = 0.5, ring = 100, bake = 'light', dark = [] } = how
    const den = [
      room,
      denFile('den/calm.yaml', `fixtures:\n  pendant: { brightness: ${level} }\n`),
      ...(how.files ?? []),
    ]
    const files: SourceFile[] = [
      ...(how.content?.files ?? den),
      {
        path: `playlists/${id}.yaml`,
        text: `version: 1\nid: ${id}\ntitle: { en: T, sv: T }\nrooms: [${how.content?.rooms ?? 'den'}]\n${yaml}\n`,
      },
    ]
    const { playlists, problems } = readPlaylists(files, readContent(files))
    const [playlist] = playlists
    if (playlist === undefined) throw new Error(problems.map(({ message }) => message).join('; '))
    const bakedFolder = how.content?.baked ?? join(this.folder, 'baked')
    for (const name of how.content?.baked === undefined ? playlist.rooms : []) {
      await rm(join(bakedFolder, name), { recursive: true, force: true })
      if (dark.includes(name)) continue
      await mkdir(join(bakedFolder, name), { recursive: true })
      await writeFile(join(bakedFolder, name, 'room.json'), '{}')
      await writeFile(join(bakedFolder, name, 'light.bin'), bake)
    }
    const publication = await preparePublication(
      this.repository,
      area,
      playlist,
      { files, bakedFolder },
      (bytes) => this.repository.putContent(bytes),
    )
    const entries = await withPublication(this.repository, area, publication, ring)
    await this.repository.writeEntries(area, entries, this.of(area, 1))
    await this.release()
    return publication.path
  }

  async rollOut(
    area: string,
    id: string,
    change: { ring?: number; stop?: boolean },
    which: 'newest' | 'all' = 'newest',
  ) {
    const entries = withRollout(await this.repository.entries(area), area, id, change, which)
    await this.repository.writeEntries(area, entries, this.of(area, 1))
    await this.release()
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }
}
