import { z } from 'zod'
import type { Disk } from './disk.ts'
import { RefusalError } from './refusal.ts'
import type { trustedSetOf } from './tuf-doors.ts'

const remembered = z.strictObject({
  /** Whose word it was: new keys begin anew, so that a thief's high numbers do not outlive his key. */
  keys: z.string(),
  version: z.number(),
})
const memoryRecord = z.strictObject({
  version: z.literal(1),
  root: z.number(),
  timestamp: remembered,
  snapshot: remembered,
  /** By list, as the snapshot named them. */
  lists: z.record(z.string(), z.number()),
  /** When head office last signed something that came here, in milliseconds since 1970: no clock may be before. */
  signedAtMs: z.number(),
})
type Memory = z.infer<typeof memoryRecord>
type TrustedSet = ReturnType<typeof trustedSetOf>

/**
 * The highest versions that this kiosk has seen. The Update Framework compares with the lists that are kept; when
 * those are lost, an old repository would be as good as new. So this record lies apart from them.
 */
export class VersionMemory {
  private readonly disk: Disk
  private readonly path: string

  constructor(disk: Disk, path: string) {
    this.disk = disk
    this.path = path
  }

  /** In milliseconds since 1970; 0 when nothing has come yet. */
  async signedAtMs(): Promise<number> {
    return (await this.load())?.signedAtMs ?? 0
  }

  /** Remembers what was verified, or rejects with `RefusalError` when it is older than what was seen before. */
  async accept(set: TrustedSet): Promise<void> {
    const before = await this.load()
    const now = memoryOf(set, before?.signedAtMs ?? 0)
    if (before !== null) {
      const names = Object.keys(before.lists)
      const compared: [string, number, number][] = [['root', before.root, now.root]]
      if (before.timestamp.keys === now.timestamp.keys) {
        compared.push(['timestamp', before.timestamp.version, now.timestamp.version])
      }
      if (before.snapshot.keys === now.snapshot.keys) {
        compared.push(['snapshot', before.snapshot.version, now.snapshot.version])
        for (const name of names) compared.push([name, before.lists[name] ?? 0, now.lists[name] ?? 0])
      }
      for (const [name, seen, come] of compared) {
        if (come < seen) {
          throw new RefusalError('rollback', `"${name}" is version ${come}, and ${seen} was here before`)
        }
      }
    }
    if (JSON.stringify(before) !== JSON.stringify(now))
      await this.disk.replace(this.path, JSON.stringify(now))
  }

  private async load(): Promise<Memory | null> {
    const bytes = await this.disk.read(this.path)
    if (bytes === null) return null
    try {
      return memoryRecord.parse(JSON.parse(bytes.toString('utf8')))
    } catch {
      // Nothing to compare with any more; the lists themselves still are.
      return null
    }
  }
}

const signedPart = z.object({
  version: z.number(),
  signed_at: z.string().optional(),
  meta: z.record(z.string(), z.object({ version: z.number() })).optional(),
  roles: z.record(z.string(), z.object({ keyids: z.array(z.string()) })).optional(),
})

function memoryOf(set: TrustedSet, signedAtMs: number): Memory {
  const read = (metadata: { signed: { toJSON(): unknown } } | undefined) =>
    signedPart.parse(metadata?.signed.toJSON())
  const [root, timestamp, snapshot] = [set.root, set.timestamp, set.snapshot].map(read)
  if (root === undefined || timestamp === undefined || snapshot === undefined)
    throw new Error('nothing verified')
  const keys = (role: string) => (root.roles?.[role]?.keyids ?? []).toSorted().join(' ')
  const signedAt = Date.parse(timestamp.signed_at ?? '')
  return {
    version: 1,
    root: root.version,
    timestamp: { keys: keys('timestamp'), version: timestamp.version },
    snapshot: { keys: keys('snapshot'), version: snapshot.version },
    lists: Object.fromEntries(
      Object.entries(snapshot.meta ?? {}).map(([name, { version }]) => [name, version]),
    ),
    signedAtMs: Math.max(signedAtMs, Number.isNaN(signedAt) ? 0 : signedAt),
  }
}
