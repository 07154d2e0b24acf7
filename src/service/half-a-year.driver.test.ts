import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { playlistsReport } from '../contract/staff/playlists-report.ts'
import type { Clock } from '../showroom/clock.ts'
import { noHost } from '../showroom/staff/safekeeping.ts'
import { denFile } from '../showroom/testing/den.ts'
import { FileServer } from '../updates/testing/file-server.ts'
import { HeadOffice } from '../updates/testing/head-office.ts'
import { Kiosk } from './kiosk.ts'
import type { PlaylistSettings } from './playlist-settings.ts'
import type { Settings } from './settings.ts'

const hourMs = 3_600_000
const days = 180
const began = Date.parse('2026-11-21T00:30+01:00')

afterEach(() => vi.restoreAllMocks())

/** Leaps over whole hours: whatever falls due within one is done once, at its end. */
class LeapingClock implements Clock {
  private timeMs = 0
  private readonly waiting = new Set<{ readonly due: number; readonly task: () => void }>()

  now(): number {
    return this.timeMs
  }

  after(delayMs: number, task: () => void): () => void {
    const entry = { due: this.timeMs + delayMs, task }
    this.waiting.add(entry)
    return () => this.waiting.delete(entry)
  }

  leap(durationMs: number): void {
    this.timeMs += durationMs
    for (const entry of [...this.waiting].filter(({ due }) => due <= this.timeMs)) {
      this.waiting.delete(entry)
      entry.task()
    }
  }
}

const scene = (id: string) => ({
  yaml: '',
  files: [denFile(`den/${id}.yaml`, 'fixtures:\n  pendant: { brightness: 0.4 }\n')],
})

/** What the playlists below say for an instant, told by the wall in Stockholm. */
function expected(atMs: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: 'Europe/Stockholm', weekday: 'short', hour: '2-digit', hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  }).formatToParts(new Date(atMs))
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const date = `${of('year')}-${of('month')}-${of('day')}`
  if (date <= '2026-12-24') return 'advent'
  const hour = Number(of('hour'))
  return date >= '2027-01-01' && of('weekday') === 'Sat' && hour >= 10 && hour < 18 ? 'saturdays' : 'always'
}

test(`${days} days without news: every hour what head office meant for it is on the screen`, async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const time = new LeapingClock()
  const nowMs = () => began + time.now()
  const office = await HeadOffice.open(nowMs)
  await office.publish('se', 'advent', { ...scene('advent'), yaml: 'until: 2026-12-24' })
  const hours = 'from: 2027-01-01\nhours: [{ days: [sat], from: "10:00", until: "18:00" }]'
  await office.publish('se', 'saturdays', { ...scene('saturdays'), yaml: hours })
  await office.publish('global', 'always', { ...scene('always'), yaml: 'class: base' })
  const server = new FileServer(office.repository.folder)
  const address = await server.start()
  const folder = await mkdtemp(join(tmpdir(), 'kiosk-'))
  await writeFile(join(folder, 'root.json'), await office.root)
  const settings: Settings = {
    ...{
      dataFolder: join(folder, 'data'),
      contentFolder: resolve('scenes'),
      zigbeePort: 'tcp://127.0.0.1:1',
    },
    ...{ zigbeeAdapter: null, zigbeeOverwrite: null, joinSeconds: 0, staffIdleMs: 60_000 },
    ...{ visitTimes: { idleMs: 0, noticeMs: 0 }, openingHours: null, storeId: 'malmo', takeHomeUrl: null },
    drives: null,
    place: { timeZone: 'Europe/Stockholm', position: null },
  }
  const playlists: PlaylistSettings = {
    ...{ sources: [address], rootFile: join(folder, 'root.json'), everyMs: hourMs / 2 },
    ...{ patienceMs: 15_000, idleMs: 0 },
    ...{ kiosk: 'kiosk-1', country: 'se', tags: [] },
  }
  const start = async () => {
    const next = new Kiosk(settings, playlists, noHost, { clock: time, nowMs })
    await next.start()
    return next
  }
  const report = async () =>
    playlistsReport.parse(
      JSON.parse(await readFile(join(settings.dataFolder, 'playlists/status.json'), 'utf8')),
    )
  let kiosk = await start()
  time.leap(hourMs)
  await vi.waitFor(async () => expect((await report()).sources[0]?.outcome).toBe('installed'), 240_000)
  await kiosk.review()
  server.meddle = (_request, response) => response.destroy() !== undefined

  const refusals = new Set<string>()
  const seen = new Map<string, number>()
  for (let hour = 0; hour < days * 24; hour++) {
    time.leap(hourMs)
    // The program ends now and then; and at times the network is there, with the lists of autumn.
    if (hour % 997 === 500) {
      await kiosk.stop()
      kiosk = await start()
    }
    if (hour === 90 * 24) server.meddle = () => false
    await kiosk.review()
    const meant = expected(nowMs())
    const scenes = kiosk.showroom.snapshot().scenes.map(({ id }) => String(id))
    expect(scenes, new Date(nowMs()).toISOString()).toEqual([meant, 'calm'].toSorted())
    seen.set(meant, (seen.get(meant) ?? 0) + 1)
    const reason = hour % 24 === 12 ? (await report()).sources[0]?.reason : null
    if (typeof reason === 'string') refusals.add(reason)
  }
  expect([...seen.keys()]).toEqual(['advent', 'always', 'saturdays'])
  expect(seen.get('saturdays')).toBe(8 * 20)
  expect([...refusals].toSorted()).toEqual(['expired', 'unreachable'])
  await kiosk.stop()
  await server.stop()
  await office.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
})
