import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { replaceFile } from '../platform/file-storage.ts'
import { roleOfArea } from '../playlist/area.ts'
import { PublishError, Repository, type Signers } from './repository.ts'
import { type TopRole, topRoles } from './roles.ts'
import { createKey, KeyError, openKey, type PublicKey, publicKeyOf, type SigningKey } from './signing-key.ts'

/** "2 of 3 keys must sign". */
export interface Quorum {
  readonly threshold: number
  readonly keys: number
}

export interface OfficePlan {
  readonly areas: readonly string[]
  readonly root: Quorum
  readonly targets: Quorum
  readonly area: Quorum
}

/** Asks for the passphrase of a key; the same one is tried for the next before it is asked for again. */
export type Passphrases = (key: string) => Promise<string>

const rolesPart = z.object({
  keys: z.record(z.string(), z.object({ keyval: z.object({ public: z.string() }) })),
  roles: z.record(z.string(), z.object({ keyids: z.array(z.string()), threshold: z.number() })),
})
const delegationsPart = z.object({
  keys: rolesPart.shape.keys,
  roles: z.array(z.object({ name: z.string(), keyids: z.array(z.string()), threshold: z.number() })),
})

/** Head office's folder: sealed keys in `keys/`, what the web server serves in `repository/`, `root.json` for kiosks. */
export class Office {
  readonly folder: string
  readonly repository: Repository
  /** Folders with more keys, such as a stick from the safe. */
  private readonly moreKeys: readonly string[]
  private readonly passphrases: Passphrases
  /** scrypt's cost of new keys; less only for tests. */
  private readonly cost: number | undefined

  constructor(
    folder: string,
    passphrases: Passphrases,
    how: { moreKeys?: readonly string[]; now?: () => number; cost?: number } = {},
  ) {
    this.folder = folder
    this.repository = new Repository(join(folder, 'repository'), how.now)
    this.moreKeys = how.moreKeys ?? []
    this.passphrases = passphrases
    this.cost = how.cost
  }

  /** Makes all keys, and a repository without playlists. */
  async create({ areas, root, targets, area }: OfficePlan): Promise<void> {
    if ((await this.repository.latest('root')) !== null) {
      throw new PublishError(`${this.folder} has keys already; new ones are made by: showroom keys rotate`)
    }
    const top = {
      root: await this.makeKeys('root', root),
      targets: await this.makeKeys('targets', targets),
      snapshot: await this.makeKeys('snapshot', { threshold: 1, keys: 1 }),
      timestamp: await this.makeKeys('timestamp', { threshold: 1, keys: 1 }),
    }
    await this.repository.writeRoot(top, top.root.opened)
    await copyFile(join(this.repository.folder, 'metadata/1.root.json'), join(this.folder, 'root.json'))
    const made = new Map<string, Signers & { opened: SigningKey[] }>()
    for (const name of areas) made.set(name, await this.makeKeys(roleOfArea(name), area))
    await this.repository.writeDelegations(made, top.targets.opened)
    for (const [name, { opened }] of made) await this.repository.writeEntries(name, new Map(), opened)
    await this.repository.release(top.snapshot.opened, top.timestamp.opened)
  }

  async areas(): Promise<Map<string, Signers>> {
    const { keys, roles } = delegationsPart.parse((await this.repository.need('targets')).delegations)
    return new Map(
      roles.map(({ name, keyids, threshold }) => [
        name.replace(/^region-/, ''),
        { threshold, keys: keyids.flatMap((id) => publicKey(id, keys)) },
      ]),
    )
  }

  /** Another area, with keys of its own. */
  async addArea(name: string, quorum: Quorum): Promise<void> {
    const areas = await this.areas()
    if (areas.has(name)) throw new PublishError(`there is an area "${name}" already`)
    await this.replaceArea(name, quorum, areas)
  }

  /** New keys for a role or an area; the old ones count no more as soon as kiosks hear of it. */
  async rotate(role: string): Promise<void> {
    const areas = await this.areas()
    const area = areas.get(role)
    if (area !== undefined) {
      return this.replaceArea(role, { threshold: area.threshold, keys: area.keys.length }, areas)
    }
    const top = topRoles.find((one) => one === role)
    if (top === undefined) {
      throw new PublishError(`there is no "${role}": ${[...topRoles, ...areas.keys()].join(', ')}`)
    }
    const before = await this.topSigners()
    const { threshold, keys } = before[top]
    const fresh = await this.makeKeys(top, { threshold, keys: keys.length })
    // All keys at hand before anything is written: a root without the lists that it asks for would stop every kiosk.
    const signers = await this.open(before.root)
    const snapshot = top === 'snapshot' ? fresh.opened : await this.open(before.snapshot)
    const timestamp = top === 'timestamp' ? fresh.opened : await this.open(before.timestamp)
    const roots = [...signers, ...(top === 'root' ? fresh.opened : [])]
    await this.repository.writeRoot({ ...before, [top]: fresh }, roots)
    if (top === 'targets') await this.repository.writeDelegations(areas, fresh.opened)
    await this.repository.release(snapshot, timestamp)
  }

  /** The keys of an area that are needed to sign, opened. */
  async areaKeys(area: string): Promise<readonly SigningKey[]> {
    const signers = (await this.areas()).get(area)
    if (signers === undefined) {
      const known = [...(await this.areas()).keys()].join(', ')
      throw new PublishError(
        `there is no area "${area}" (there are ${known}); add it by: showroom keys area ${area}`,
      )
    }
    return this.open(signers)
  }

  /** Makes what was signed visible to kiosks. */
  async release(): Promise<void> {
    const { snapshot, timestamp } = await this.topSigners()
    await this.repository.release(await this.open(snapshot), await this.open(timestamp))
  }

  /** Says anew that the newest is the newest; kiosks want to hear it every fortnight. */
  async renew(): Promise<void> {
    await this.release()
  }

  private async replaceArea(name: string, quorum: Quorum, areas: Map<string, Signers>): Promise<void> {
    const { targets } = await this.topSigners()
    const fresh = await this.makeKeys(roleOfArea(name), quorum)
    const entries = await this.repository.entries(name)
    await this.repository.writeDelegations(new Map(areas).set(name, fresh), await this.open(targets))
    await this.repository.writeEntries(name, entries, fresh.opened)
    await this.release()
  }

  private async topSigners(): Promise<Record<TopRole, Signers>> {
    const { keys, roles } = rolesPart.parse(await this.repository.need('root'))
    const of = (role: TopRole): Signers => {
      const { keyids = [], threshold = 1 } = roles[role] ?? {}
      return { threshold, keys: keyids.flatMap((id) => publicKey(id, keys)) }
    }
    return { root: of('root'), targets: of('targets'), snapshot: of('snapshot'), timestamp: of('timestamp') }
  }

  private async makeKeys(role: string, { threshold, keys: count }: Quorum) {
    if (threshold > count) throw new PublishError(`${threshold} of ${count} keys of "${role}" cannot sign`)
    const folder = join(this.folder, 'keys')
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const taken = await readdir(folder)
    const opened: SigningKey[] = []
    for (let number = 1; opened.length < count; number++) {
      const name = `${role}-${number}`
      if (taken.includes(`${name}.json`)) continue
      const { key, file } = createKey(name, await this.passphrases(name), this.cost)
      await replaceFile(join(folder, `${name}.json`), `${JSON.stringify(file, null, 2)}\n`)
      opened.push(key)
    }
    return { threshold, keys: opened, opened }
  }

  /** As many of these keys as must sign. */
  private async open({ threshold, keys }: Signers): Promise<SigningKey[]> {
    const opened: SigningKey[] = []
    const missing: string[] = []
    const files = await this.keyFiles()
    for (const { id } of keys) {
      if (opened.length === threshold) break
      const file = files.get(id)
      if (file === undefined) missing.push(id.slice(0, 8))
      else opened.push(openKey(file.text, await this.passphrases(file.name)))
    }
    if (opened.length < threshold) {
      const where = 'bring the stick on which they are: --keys FOLDER'
      throw new PublishError(
        `${threshold} keys must sign, ${opened.length} are here; missing: ${missing.join(', ')}; ${where}`,
      )
    }
    return opened
  }

  private async keyFiles(): Promise<Map<string, { readonly name: string; readonly text: string }>> {
    const files = new Map<string, { name: string; text: string }>()
    for (const folder of [join(this.folder, 'keys'), ...this.moreKeys]) {
      for (const name of await readdir(folder).catch(() => [])) {
        if (!name.endsWith('.json')) continue
        const text = await readFile(join(folder, name), 'utf8')
        try {
          const key = publicKeyOf(text)
          files.set(key.id, { name: key.name, text })
        } catch (error) {
          if (!(error instanceof KeyError)) throw error // Something else lies there.
        }
      }
    }
    return files
  }
}

function publicKey(id: string, keys: z.infer<typeof rolesPart>['keys']): PublicKey[] {
  const key = keys[id]
  return key === undefined ? [] : [{ id, public: key.keyval.public }]
}
