import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kiosk } from '../../playlist/kiosk.ts'
import { silentLog } from '../../showroom/log.ts'
import { WallClock } from '../../showroom/wall-clock.ts'
import { type Disk, nodeDisk } from '../disk.ts'
import { HttpSource } from '../http-source.ts'
import type { PollResult } from '../poll-result.ts'
import type { Source } from '../source.ts'
import { StoreClock } from '../store-clock.ts'
import { Updates } from '../updates.ts'

/** On a busy machine a server of our own may be slow: that is not what most tests try. */
const patience = { windowMs: 120_000, leastBytes: 1024 }

/** A kiosk as far as playlists go, in a folder of its own; it can be started again over the same folder. */
export class TestKiosk {
  readonly folder: string
  updates: Updates
  kiosk: Kiosk = {
    ...{ id: 'kiosk-1', store: 'se-012', country: 'se', tags: ['city'], app: '0.1.0' },
    hardware: new Set<string>(),
  }
  clock: StoreClock
  /** As the next start reads it. */
  root: string
  private readonly now: () => number
  private disk: Disk

  private constructor(
    folder: string,
    root: string,
    now: () => number,
    disk: Disk,
    sources: readonly Source[],
  ) {
    this.folder = folder
    this.root = root
    this.now = now
    this.disk = disk
    this.clock = new StoreClock(now, now, 0)
    this.updates = this.build(sources)
  }

  static async open(
    root: string,
    where: string | Source,
    now: () => number = Date.now,
    disk: Disk = nodeDisk,
  ): Promise<TestKiosk> {
    const folder = await mkdtemp(join(tmpdir(), 'kiosk-'))
    const kiosk = new TestKiosk(folder, root, now, disk, [sourceOf(where)])
    await kiosk.updates.start()
    return kiosk
  }

  /** As after a power cut: nothing but the disk is left. */
  async restart(where: string | Source, disk: Disk = this.disk): Promise<void> {
    this.disk = disk
    this.clock = new StoreClock(this.now, this.now, 0)
    this.updates = this.build([sourceOf(where)])
    await this.updates.start()
  }

  get updatesFolder(): string {
    return join(this.folder, 'updates')
  }

  get memoryFile(): string {
    return join(this.folder, 'playlists-seen.json')
  }

  async poll(): Promise<PollResult> {
    const [result] = await this.updates.poll(this.kiosk, new AbortController().signal)
    if (result === undefined) throw new Error('there is no source')
    return result
  }

  /** The key and revision of what plays, "se/winter 1", once it could be opened; null for what is built in. */
  async plays(): Promise<string | null> {
    for (;;) {
      const { plays } = await this.updates.judge(this.kiosk)
      if (plays === null) return null
      const opened = await this.updates.open(plays)
      if (opened === null) continue
      await this.updates.runs(plays, [opened])
      return `${plays.key} ${plays.revision}`
    }
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }

  private build(sources: readonly Source[]): Updates {
    const { updatesFolder: folder, memoryFile, root, clock, disk } = this
    const wall = new WallClock('Europe/Stockholm')
    return new Updates({ disk, folder, memoryFile, root, sources, clock, wall, log: silentLog })
  }
}

function sourceOf(where: string | Source): Source {
  return typeof where === 'string' ? new HttpSource(where, patience) : where
}
