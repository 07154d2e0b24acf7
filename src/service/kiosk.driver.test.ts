import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { sceneId } from '../contract/ids.ts'
import { usualStore } from '../contract/staff/store-settings.ts'
import { readContentFolder } from '../platform/content-folder.ts'
import { isSceneFile } from '../showroom/content.ts'
import { WallClock } from '../showroom/wall-clock.ts'
import { FileServer } from '../updates/testing/file-server.ts'
import { HeadOffice } from '../updates/testing/head-office.ts'
import { Kiosk } from './kiosk.ts'
import type { PlaylistSettings } from './playlist-settings.ts'
import type { Settings } from './settings.ts'

const patience = { timeout: 240_000, interval: 100 }
const dongleRecord = z.object({ pid: z.number(), control: z.number() })
const dusk = `version: 1
id: dusk
room: living-room
title: { en: Dusk, sv: Skymning }
story: { en: Low and warm., sv: Lågt och varmt. }
icon: moon
fixtures:
  pendant: { brightness: 0.3, kelvin: 2200 }
`

let settings: Settings
let playlists: PlaylistSettings
let office: HeadOffice
let server: FileServer
let kiosk: Kiosk

beforeEach(async () => {
  office = await HeadOffice.open()
  server = new FileServer(office.repository.folder)
  const dataFolder = await mkdtemp(join(tmpdir(), 'kiosk-'))
  const rootFile = join(dataFolder, 'root.json')
  await writeFile(rootFile, await office.root)
  settings = {
    dataFolder,
    contentFolder: resolve('scenes'),
    zigbeePort: 'virtual',
    zigbeeAdapter: null,
    zigbeeOverwrite: null,
    joinSeconds: 0,
    staffIdleMs: 60_000,
    visitTimes: { idleMs: 0, noticeMs: 0 },
    openingHours: null,
    storeId: 'se-012',
    takeHomeUrl: null,
    drives: null,
    place: { timeZone: 'Europe/Stockholm', position: null },
  }
  playlists = {
    ...{ sources: [await server.start()], rootFile, everyMs: 200 },
    ...{ patienceMs: 15_000, idleMs: 0 },
    ...{ kiosk: 'kiosk-1', country: 'se', tags: [] },
  }
  kiosk = new Kiosk(settings, playlists)
})

afterEach(async () => {
  await kiosk.stop()
  await server.stop()
  await office.close()
  process.kill(dongleRecord.parse(JSON.parse(await saved('virtual-dongle.json'))).pid)
  await rm(settings.dataFolder, { recursive: true, maxRetries: 10, retryDelay: 100 })
})

const saved = (name: string) => readFile(join(settings.dataFolder, name), 'utf8')
const scenes = () => kiosk.showroom.snapshot().scenes.map(({ id }) => String(id))
const notices = () => kiosk.showroom.snapshot().notices.map(({ code }) => code)
const status = async (): Promise<unknown> => JSON.parse(await saved('playlists/status.json'))

async function publishDusk(id = 'evenings', yaml = ''): Promise<void> {
  const { files } = await readContentFolder(settings.contentFolder)
  const others = files.filter(({ path }) => !isSceneFile(path) && !path.includes('/rules/'))
  const content = { rooms: 'living-room', files: [...others, { path: 'living-room/dusk.yaml', text: dusk }] }
  await office.publish('se', id, { content, yaml })
}

async function everyLampAnswers(): Promise<void> {
  await vi.waitFor(() => {
    const lamps = kiosk.showroom.snapshot().fixtures.filter(({ kind }) => kind === 'light')
    expect(lamps.every(({ reach }) => reach === 'reachable')).toBe(true)
  }, patience)
}

async function lampState(ieee: string): Promise<unknown> {
  const { control } = dongleRecord.parse(JSON.parse(await saved('virtual-dongle.json')))
  return (await fetch(`http://127.0.0.1:${control}/devices/${ieee}`)).json()
}

/** A screen that somebody has touched. */
async function touchedScreen() {
  const screen = { send: vi.fn(), end: vi.fn() }
  for (let message = 0; message < 2; message++) await kiosk.screens.receive(screen, '{}')
  return screen
}

it('shows what is built in, then what head office published, whose scene the true lamps reach', async () => {
  await kiosk.start()
  expect(scenes()).toContain('movie-night')
  await publishDusk()
  await vi.waitFor(() => expect(scenes()).toEqual(['dusk']), patience)
  await everyLampAnswers()
  kiosk.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('dusk') })
  await vi.waitFor(async () => {
    const lamp: unknown = await lampState('0x00158d0000000101')
    expect(lamp).toMatchObject({ state: { on: true, fading: false, brightness: expect.closeTo(0.3, 2) } })
  }, patience)
  const shows = { shows: { playlist: 'se/evenings', revision: 1 }, clock: 'right' }
  await vi.waitFor(async () => expect(await status()).toMatchObject(shows), patience)
  const { fetchedAt } = z.looseObject({ fetchedAt: z.iso.datetime() }).parse(await status())

  await kiosk.stop()
  await server.stop()
  kiosk = new Kiosk(settings, playlists)
  await kiosk.start()
  expect(scenes()).toEqual(['dusk'])
  const offline = { ...shows, fetchedAt, sources: [{ outcome: 'refused', reason: 'unreachable' }] }
  await vi.waitFor(async () => expect(await status()).toMatchObject(offline), patience)
  await server.start()

  await office.rollOut('se', 'evenings', { stop: true }, 'all')
  kiosk = await restarted()
  await vi.waitFor(() => expect(scenes()).toContain('movie-night'), patience)
})

it('waits until nobody is there, and says so to staff; an emergency waits for nobody and returns the room', async () => {
  await publishDusk()
  kiosk = new Kiosk(settings, { ...playlists, idleMs: 3_600_000 })
  await kiosk.start()
  const screen = await touchedScreen()
  await vi.waitFor(() => expect(notices()).toContain('playlist-waits'), patience)
  expect(scenes()).toContain('movie-night')
  expect(screen.end).not.toHaveBeenCalled()
  await everyLampAnswers()
  expect(kiosk.showroom.snapshot().presence.phase).toBe('visit')

  await publishDusk('leave-the-store', 'class: emergency')
  await vi.waitFor(() => expect(scenes()).toEqual(['dusk']), patience)
  expect(screen.end).toHaveBeenCalledOnce()
  expect(kiosk.showroom.snapshot().presence.phase).toBe('attract')
  await vi.waitFor(async () => {
    const lamp: unknown = await lampState('0x00158d0000000101')
    expect(lamp).toMatchObject({ state: { on: true, fading: false, brightness: expect.closeTo(0.3, 2) } })
  }, patience)
})

it('goes by the time zone that staff have set, wherever the machine thinks it is', async () => {
  const far = 'Pacific/Auckland'
  const hour = Math.floor(new WallClock(far).at(Date.now()).minute / 60)
  const at = (ahead: number) => `"${String((hour + ahead + 24) % 24).padStart(2, '0')}:00"`
  await publishDusk('evenings', `hours: [{ from: ${at(-1)}, until: ${at(2)} }]`)
  await kiosk.start()
  await vi.waitFor(
    async () => expect(JSON.stringify(await status())).toContain('not: at other hours'),
    patience,
  )
  expect(scenes()).toContain('movie-night')
  await kiosk.stop()
  const store = { ...usualStore, timeZone: far }
  await writeFile(join(settings.dataFolder, 'store.json'), JSON.stringify({ version: 4, store }))
  kiosk = new Kiosk(settings, playlists)
  await kiosk.start()
  expect(scenes()).toEqual(['dusk'])
})

it('answers a screen that comes back while the showroom is being replaced', async () => {
  await kiosk.start()
  const screen = { send: vi.fn(), end: vi.fn() }
  const follow = JSON.stringify({ i: '1', p: { u: '/follow', b: {} } })
  const back = { send: vi.fn() }
  screen.end.mockImplementation(() => void kiosk.screens.receive(back, follow))
  await kiosk.screens.receive(screen, '{}')
  await publishDusk()
  await vi.waitFor(() => expect(scenes()).toEqual(['dusk']), patience)
  await vi.waitFor(() => expect(JSON.stringify(back.send.mock.calls)).toContain('Skymning'), patience)
})

it('gives up what no page survives, and shows what it showed before', async () => {
  await kiosk.start()
  await publishDusk()
  await vi.waitFor(() => expect(scenes()).toEqual(['dusk']), patience)
  kiosk.screens.close(await touchedScreen())
  for (let death = 0; death < 3; death++) kiosk.screens.close(await touchedScreen())
  expect(scenes()).toEqual(['dusk'])
  await touchedScreen()
  await vi.waitFor(() => expect(scenes()).toContain('movie-night'), patience)
  await vi.waitFor(() => expect(notices()).toContain('playlist-broken'), patience)
})

it('hangs up on screens when it switches, and tells staff of a repository that is not head office’s', async () => {
  await kiosk.start()
  const screen = { send: () => {}, end: vi.fn() }
  await kiosk.screens.receive(screen, '{}')
  await publishDusk()
  await vi.waitFor(() => expect(scenes()).toEqual(['dusk']), patience)
  expect(screen.end).toHaveBeenCalledOnce()
  const stranger = await HeadOffice.open()
  server.folder = stranger.repository.folder
  await vi.waitFor(() => expect(notices()).toContain('playlists-refused'), patience)
  expect(scenes()).toEqual(['dusk'])
  await stranger.close()
})

async function restarted(): Promise<Kiosk> {
  await kiosk.stop()
  const next = new Kiosk(settings, { ...playlists, sources: [server.address] })
  await next.start()
  return next
}
