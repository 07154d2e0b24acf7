import type { Files, WrittenFile } from '../files.ts'

/** The power went. */
export class PowerCut extends Error {}

interface Inode {
  bytes: Buffer
  /** What has reached the disk of it for certain. */
  synced: Buffer
}

/** What a disk may be found to hold after a power cut. */
export interface Remains {
  /** Names were still in memory, and so are as they were when their folder was synced last; or all of them are there. */
  readonly names: 'synced' | 'all'
  /** The same for what was written into files. */
  readonly bytes: 'synced' | 'all'
}

/** File systems may write names before bytes, and bytes before names. */
export const allRemains: readonly Remains[] = [
  { names: 'synced', bytes: 'synced' },
  { names: 'synced', bytes: 'all' },
  { names: 'all', bytes: 'synced' },
  { names: 'all', bytes: 'all' },
]

/**
 * A disk in memory that the power leaves: after so many steps, each byte that is written being one. What was not synced
 * by then may be there or not.
 */
export class PowerCutFiles implements Files {
  steps = 0
  private readonly cutAfter: number
  private names: Map<string, Inode>
  private syncedNames: Map<string, Inode>

  constructor(files: ReadonlyMap<string, string>, cutAfter = Number.POSITIVE_INFINITY) {
    const bytes = [...files].map(([path, text]) => [path, Buffer.from(text)] as const)
    this.names = new Map(bytes.map(([path, whole]) => [path, { bytes: whole, synced: whole }]))
    this.syncedNames = new Map(this.names)
    this.cutAfter = cutAfter
  }

  async read(path: string): Promise<string | null> {
    return this.names.get(path)?.bytes.toString('utf8') ?? null
  }

  async makeFolder(): Promise<void> {}

  async create(path: string): Promise<WrittenFile> {
    this.step()
    const inode = this.names.get(path) ?? { bytes: Buffer.alloc(0), synced: Buffer.alloc(0) }
    inode.bytes = Buffer.alloc(0)
    this.names.set(path, inode)
    return {
      write: async (data) => {
        for (const byte of Buffer.from(data)) {
          this.step()
          inode.bytes = Buffer.concat([inode.bytes, Buffer.of(byte)])
        }
      },
      sync: async () => {
        this.step()
        inode.synced = inode.bytes
      },
      close: async () => {},
    }
  }

  async rename(from: string, to: string): Promise<void> {
    this.step()
    const inode = this.names.get(from)
    if (inode === undefined) throw new Error(`there is no ${from}`)
    this.names.delete(from)
    this.names.set(to, inode)
  }

  async remove(path: string): Promise<void> {
    this.step()
    this.names.delete(path)
  }

  async syncFolder(): Promise<void> {
    this.step()
    this.syncedNames = new Map(this.names)
  }

  /** What the next start finds there. */
  after({ names, bytes }: Remains): Map<string, string> {
    const known = names === 'all' ? this.names : this.syncedNames
    return new Map(
      [...known].map(([path, inode]) => [
        path,
        (bytes === 'all' ? inode.bytes : inode.synced).toString('utf8'),
      ]),
    )
  }

  private step(): void {
    if (this.steps >= this.cutAfter) throw new PowerCut('the power went')
    this.steps += 1
  }
}
