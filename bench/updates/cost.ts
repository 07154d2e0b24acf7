import { setTimeout as pause } from 'node:timers/promises'
import { manifest } from '../../src/playlist/manifest.ts'
import type { Entry } from '../../src/publish/repository.ts'
import { FolderSource } from '../../src/updates/folder-source.ts'
import { HeadOffice } from '../../src/updates/testing/head-office.ts'
import { TestKiosk } from '../../src/updates/testing/test-kiosk.ts'

export interface VerifyCost {
  readonly regions: number
  readonly targets: number
  /** The quickest of some tries, milliseconds of processor: looks with new lists that list nothing else than before. */
  readonly cpuMs: number
  /** By how much the process grew at its largest during the first look of a kiosk, MiB. */
  readonly memoryMiB: number
}

const tries = 5

/** What it costs a kiosk to believe lists of so many regions, its own with so many playlists. */
export async function measureVerifying(regions: number, targets: number): Promise<VerifyCost> {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const codes = Array.from(
    { length: regions },
    (_, at) => `${letters[Math.floor(at / 26)]}${letters[at % 26]}`,
  )
  const office = await HeadOffice.open(Date.now, ['global', ...codes])
  try {
    const path = await office.publish(codes[0] ?? '', 'winter')
    const entries = await office.repository.entries(codes[0] ?? '')
    const entry = entries.get(path)
    if (entry === undefined) throw new Error('nothing was published')
    const text = await office.repository.readManifest(path, entry.sha256)
    await listMore(office, codes[0] ?? '', entries, JSON.parse(text.toString()), targets)
    const kiosk = await TestKiosk.open(await office.root, new FolderSource(office.repository.folder))
    kiosk.kiosk = { ...kiosk.kiosk, country: codes[0] ?? null }
    const before = process.resourceUsage().maxRSS
    await look(kiosk)
    const memoryMiB = (process.resourceUsage().maxRSS - before) / 1024
    let cpuMs = Number.POSITIVE_INFINITY
    for (let time = 0; time < tries; time++) {
      await office.repository.writeEntries(
        codes[0] ?? '',
        await office.repository.entries(codes[0] ?? ''),
        office.of(codes[0] ?? '', 1),
      )
      await office.release()
      cpuMs = Math.min(cpuMs, await cpuOf(() => look(kiosk)))
    }
    await kiosk.close()
    return { regions, targets, cpuMs, memoryMiB }
  } finally {
    await office.close()
  }
}

/** Playlists that play in other stores: listed and read, but nothing of them is fetched or shown. */
async function listMore(
  office: HeadOffice,
  area: string,
  entries: Map<string, Entry>,
  like: object,
  targets: number,
): Promise<void> {
  for (let at = entries.size; at < targets; at++) {
    const id = `playlist-${at}`
    const { playlist } = manifest.parse(like)
    const elsewhere = { ...Reflect.get(like, 'playlist'), id, stores: { only: ['another-store'] } }
    const bytes = Buffer.from(JSON.stringify({ ...like, revision: 1, playlist: elsewhere }))
    if (playlist.id === id) continue
    const path = `${area}/${id}/1.json`
    entries.set(path, {
      ...(await office.repository.putManifest(path, bytes)),
      custom: { ring: 100, stop: false },
    })
  }
  await office.repository.writeEntries(area, entries, office.of(area, 1))
  await office.release()
}

export interface IdleCost {
  /** Processor milliseconds of one look at the web server that finds nothing new. */
  readonly pollMs: number
  /** Of one look whether something else should play now. */
  readonly reviewMs: number
  /** Of one core, with a look every quarter of an hour and a review every five seconds. */
  readonly shareOfCore: number
}

const pollsADay = 96
const reviewsADay = 17_280
const dayMs = 86_400_000

/** What it costs a kiosk with so many playlists that nothing happens. */
export async function measureIdle(playlists: number): Promise<IdleCost> {
  const office = await HeadOffice.open()
  try {
    for (let at = 0; at < playlists; at++) {
      await office.publish('se', `playlist-${at}`, { level: (at + 1) / (playlists + 1), bake: 'light' })
    }
    const kiosk = await TestKiosk.open(await office.root, new FolderSource(office.repository.folder))
    await look(kiosk)
    const pollMs = await perTurn(20, () => look(kiosk))
    const reviewMs = await perTurn(100, () => kiosk.updates.judge(kiosk.kiosk))
    await kiosk.close()
    return { pollMs, reviewMs, shareOfCore: (pollMs * pollsADay + reviewMs * reviewsADay) / dayMs }
  } finally {
    await office.close()
  }
}

async function look(kiosk: TestKiosk): Promise<void> {
  const result = await kiosk.poll()
  if (result.kind === 'refused') throw new Error(result.why)
}

async function perTurn(turns: number, work: () => Promise<unknown>): Promise<number> {
  await work()
  return (
    (await cpuOf(async () => {
      for (let turn = 0; turn < turns; turn++) await work()
    })) / turns
  )
}

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  await pause(20) // What went before is over.
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
