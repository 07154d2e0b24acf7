import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  Metadata,
  MetadataKind,
  type Root,
  Signature,
  type Snapshot,
  type Targets,
  type Timestamp,
} from '@tufjs/models'
import { replaceFile } from '../platform/file-storage.ts'
import { manifestPlace, roleOfArea } from '../playlist/area.ts'
import type { Rollout } from '../playlist/manifest.ts'
import { sha256Of } from '../updates/content-store.ts'
import { expiry, lifetimeDays, type TopRole } from './roles.ts'
import { keyJson, type PublicKey, type SigningKey } from './signing-key.ts'

/** Head office asked for something that cannot be. The message says what, and what to do. */
export class PublishError extends Error {
  readonly code = 'PUBLISH'
}

/** Some keys, and how many of them must sign. */
export interface Signers {
  readonly keys: readonly PublicKey[]
  readonly threshold: number
}

/** An entry of an area's list: one revision of a playlist. */
export interface Entry {
  readonly length: number
  readonly sha256: string
  readonly custom: Rollout
}

export type Json = { readonly [key: string]: unknown }
type Signed = Record<string, unknown> & { version: number; expires: string }

const kinds = {
  root: MetadataKind.Root,
  targets: MetadataKind.Targets,
  snapshot: MetadataKind.Snapshot,
  timestamp: MetadataKind.Timestamp,
} as const

/** More in one list would make kiosks slow: the cost of reading it grows with its square. */
export const mostEntries = 500

/** The folder that any web server can serve: signed lists in `metadata/`, manifests in `targets/`, files in `content/`. */
export class Repository {
  readonly folder: string
  private readonly now: () => number

  constructor(folder: string, now: () => number = Date.now) {
    this.folder = folder
    this.now = now
  }

  /** The newest version of a role's list; null when there is none. */
  async latest(role: string): Promise<Signed | null> {
    const version = await this.newestVersion(role)
    if (version === null) return null
    const name = role === 'timestamp' ? 'timestamp.json' : `${version}.${role}.json`
    const text = await readFile(join(this.folder, 'metadata', name), 'utf8')
    return (JSON.parse(text) as { signed: Signed }).signed
  }

  async need(role: string): Promise<Signed> {
    const signed = await this.latest(role)
    if (signed === null) {
      throw new PublishError(`there is no "${role}" in ${this.folder}; begin with: showroom keys create`)
    }
    return signed
  }

  /** Signs the next root: who may sign what. The keys of the root before have to sign as well. */
  async writeRoot(roles: Readonly<Record<TopRole, Signers>>, signers: readonly SigningKey[]): Promise<void> {
    const before = await this.latest('root')
    const keys = Object.fromEntries(
      Object.values(roles).flatMap((role) => role.keys.map((key) => [key.id, keyJson(key)])),
    )
    const signed = {
      _type: 'root',
      ...this.head(before, lifetimeDays.root),
      consistent_snapshot: true,
      keys,
      roles: Object.fromEntries(
        Object.entries(roles).map(([name, { keys: of, threshold }]) => [
          name,
          { keyids: of.map(({ id }) => id), threshold },
        ]),
      ),
    }
    const metadata = this.sign('root', signed, signers)
    for (const [whose, by] of [
      ['the new root', metadata],
      ...(before === null ? [] : ([['the root before', await this.metadata('root')]] as const)),
    ] as const) {
      assertSigned(whose, 'root', by, metadata)
    }
    await this.write('root', metadata)
  }

  /** Signs the list of areas, and who may sign each. */
  async writeDelegations(areas: ReadonlyMap<string, Signers>, signers: readonly SigningKey[]): Promise<void> {
    const all = [...areas.values()].flatMap(({ keys }) => keys)
    const signed = {
      _type: 'targets',
      ...this.head(await this.latest('targets'), lifetimeDays.targets),
      targets: {},
      delegations: {
        keys: Object.fromEntries(all.map((key) => [key.id, keyJson(key)])),
        roles: [...areas].map(([area, { keys, threshold }]) => ({
          name: roleOfArea(area),
          keyids: keys.map(({ id }) => id),
          threshold,
          terminating: true,
          paths: [`${area}/*/*`],
        })),
      },
    }
    const metadata = this.sign('targets', signed, signers)
    assertSigned('the list of areas', 'targets', await this.metadata('root'), metadata)
    await this.write('targets', metadata)
  }

  /** What an area offers: by path, "se/winter-evenings/8.json". */
  async entries(area: string): Promise<Map<string, Entry>> {
    const signed = await this.latest(roleOfArea(area))
    const targets = (signed?.targets ?? {}) as Record<
      string,
      { length: number; hashes: { sha256: string }; custom: Rollout }
    >
    return new Map(
      Object.entries(targets).map(([path, { length, hashes, custom }]) => [
        path,
        { length, sha256: hashes.sha256, custom },
      ]),
    )
  }

  async writeEntries(
    area: string,
    entries: ReadonlyMap<string, Entry>,
    signers: readonly SigningKey[],
  ): Promise<void> {
    if (entries.size > mostEntries) {
      throw new PublishError(`"${area}" would have ${entries.size} revisions; ${mostEntries} at most`)
    }
    const role = roleOfArea(area)
    const signed = {
      _type: 'targets',
      ...this.head(await this.latest(role), lifetimeDays.area),
      targets: Object.fromEntries(
        [...entries].map(([path, { length, sha256, custom }]) => [
          path,
          { length, hashes: { sha256 }, custom },
        ]),
      ),
    }
    const metadata = this.sign('targets', signed, signers)
    assertSigned(`the playlists of "${area}"`, role, await this.metadata('targets'), metadata)
    await this.write(role, metadata)
  }

  /** Signs what is newest of everything: only now do kiosks see it. */
  async release(snapshot: readonly SigningKey[], timestamp: readonly SigningKey[]): Promise<void> {
    const root = await this.metadata('root')
    const areas = ((await this.need('targets')).delegations as { roles: { name: string }[] }).roles
    const meta: Record<string, { version: number }> = {}
    for (const role of ['targets', ...areas.map(({ name }) => name)]) {
      meta[`${role}.json`] = { version: (await this.need(role)).version }
    }
    const before = await this.latest('snapshot')
    const list = this.sign(
      'snapshot',
      { _type: 'snapshot', ...this.head(before, lifetimeDays.snapshot), meta },
      snapshot,
    )
    assertSigned('the snapshot', 'snapshot', root, list)
    await this.write('snapshot', list)
    await this.stamp(timestamp)
  }

  /** Signs anew that the newest is still the newest: daily, or kiosks tell their staff that they hear nothing new. */
  async stamp(signers: readonly SigningKey[]): Promise<void> {
    const snapshot = await this.need('snapshot')
    const text = await readFile(join(this.folder, `metadata/${snapshot.version}.snapshot.json`))
    const signed = {
      _type: 'timestamp',
      ...this.head(await this.latest('timestamp'), lifetimeDays.timestamp),
      signed_at: expiry(this.now(), 0),
      meta: {
        'snapshot.json': {
          version: snapshot.version,
          length: text.length,
          hashes: { sha256: sha256Of(text) },
        },
      },
    }
    const metadata = this.sign('timestamp', signed, signers)
    assertSigned('the timestamp', 'timestamp', await this.metadata('root'), metadata)
    await this.write('timestamp', metadata)
  }

  async putManifest(path: string, bytes: Buffer): Promise<{ length: number; sha256: string }> {
    const sha256 = sha256Of(bytes)
    await this.put(manifestPlace(path, sha256), bytes)
    return { length: bytes.length, sha256 }
  }

  async readManifest(path: string, sha256: string): Promise<Buffer> {
    return readFile(join(this.folder, manifestPlace(path, sha256)))
  }

  /** A file of a playlist, by what is in it. */
  async putContent(bytes: Buffer): Promise<{ bytes: number; sha256: string }> {
    const sha256 = sha256Of(bytes)
    await this.put(`content/${sha256}`, bytes)
    return { bytes: bytes.length, sha256 }
  }

  private async put(path: string, bytes: Buffer): Promise<void> {
    const there = await readFile(join(this.folder, path)).catch(() => null)
    if (there === null || !there.equals(bytes)) await replaceFile(join(this.folder, path), bytes, 0o644)
  }

  private head(before: Signed | null, days: number) {
    return {
      spec_version: '1.0.31',
      version: (before?.version ?? 0) + 1,
      expires: expiry(this.now(), days),
    }
  }

  private sign(kind: TopRole, signed: Json, signers: readonly SigningKey[]): AnyMetadata {
    const metadata: AnyMetadata = fromJson(kind, { signed, signatures: [] })
    for (const key of signers) {
      metadata.sign((bytes) => new Signature({ keyID: key.id, sig: key.sign(bytes) }))
    }
    return metadata
  }

  private async metadata(role: 'root' | 'targets'): Promise<AnyMetadata> {
    const { version } = await this.need(role)
    const text = await readFile(join(this.folder, `metadata/${version}.${role}.json`), 'utf8')
    return fromJson(role, JSON.parse(text))
  }

  private async write(role: string, metadata: AnyMetadata): Promise<void> {
    const name = role === 'timestamp' ? 'timestamp.json' : `${metadata.signed.version}.${role}.json`
    await replaceFile(join(this.folder, 'metadata', name), JSON.stringify(metadata.toJSON()), 0o644)
  }

  private async newestVersion(role: string): Promise<number | null> {
    const folder = join(this.folder, 'metadata')
    await mkdir(folder, { recursive: true })
    const names = await readdir(folder)
    if (role === 'timestamp') return names.includes('timestamp.json') ? 1 : null
    const versions = names
      .filter((name) => name.endsWith(`.${role}.json`) && /^\d+$/.test(name.slice(0, -role.length - 6)))
      .map((name) => Number(name.slice(0, -role.length - 6)))
    return versions.length === 0 ? null : Math.max(...versions)
  }
}

type AnyMetadata = Metadata<Root | Targets | Snapshot | Timestamp>

function fromJson(kind: TopRole, data: Json): AnyMetadata {
  const json = data as Parameters<typeof Metadata.fromJSON>[1]
  switch (kind) {
    case 'root':
      return Metadata.fromJSON(kinds.root, json)
    case 'targets':
      return Metadata.fromJSON(kinds.targets, json)
    case 'snapshot':
      return Metadata.fromJSON(kinds.snapshot, json)
    case 'timestamp':
      return Metadata.fromJSON(kinds.timestamp, json)
  }
}

function assertSigned(what: string, role: string, by: AnyMetadata, metadata: AnyMetadata): void {
  try {
    by.verifyDelegate(role, metadata)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new PublishError(`${what} lacks signatures: ${why}`, { cause })
  }
}
