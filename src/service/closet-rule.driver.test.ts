import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { fixtureId, roomId } from '../contract/ids.ts'
import type { Intent } from '../contract/intent.ts'
import { type RunningShowroom, startShowroom } from './build-showroom.ts'
import { readSettings, type Settings } from './settings.ts'

const patience = { timeout: 240_000, interval: 100 }
const room = roomId.parse('wardrobe')
const devices = {
  'wardrobe-light': '0x00158d0000000201',
  'mirror-lamp': '0x00158d0000000202',
  rack: '0x00158d0000000203',
  curtain: '0x00158d0000000204',
  'wardrobe-sensor': '0x00158d0000000205',
} as const
type Name = keyof typeof devices
const simulated = z.looseObject({ devices: z.array(z.looseObject({ room: z.string().optional() })) })
const dongleRecord = z.object({ pid: z.number(), control: z.number() })

/** The wardrobe alone, whose rule is over two seconds after somebody has left, not twenty. */
async function wardrobeIn(folder: string): Promise<string> {
  for (const part of ['rooms/wardrobe', 'wardrobe']) {
    await cp(join('scenes', part), join(folder, part), { recursive: true })
  }
  const rule = join(folder, 'wardrobe/rules/walk-in.yaml')
  const authored = await readFile(rule, 'utf8')
  expect(authored).toContain('heldFor: 20s')
  await writeFile(rule, authored.replace('heldFor: 20s', 'heldFor: 2s'))
  const list = simulated.parse(parse(await readFile('scenes/virtual-showroom.yaml', 'utf8')))
  const own = list.devices.filter((device) => device.room === room)
  await writeFile(join(folder, 'virtual-showroom.yaml'), stringify({ ...list, devices: own }))
  return folder
}

let settings: Settings
let running: RunningShowroom
let said: string
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'closet-'))
  settings = readSettings({
    SHOWROOM_DATA: join(folder, 'data'),
    SHOWROOM_SCENES: await wardrobeIn(join(folder, 'scenes')),
    SHOWROOM_ZIGBEE_PORT: 'virtual',
    SHOWROOM_IDLE_SECONDS: '0',
  })
  said = ''
  vi.stubEnv('SHOWROOM_LOG', 'debug')
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
  running = await startUntilHeard()
})

afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await running.stop()
  process.kill((await dongle()).pid)
  await rm(folder, { recursive: true, maxRetries: 10, retryDelay: 100 })
})

async function dongle(): Promise<z.infer<typeof dongleRecord>> {
  return dongleRecord.parse(
    JSON.parse(await readFile(join(settings.dataFolder, 'virtual-dongle.json'), 'utf8')),
  )
}

async function startUntilHeard(): Promise<RunningShowroom> {
  const started = await startShowroom(settings)
  await vi.waitFor(() => {
    const silent = started.showroom.snapshot().fixtures.filter(({ reach }) => reach !== 'reachable')
    expect(silent.map(({ id }) => id)).toEqual([])
  }, patience)
  return started
}

/** A simulated device, asked past the kiosk. */
async function ask(name: Name, what = '', body?: object): Promise<unknown> {
  const address = `http://127.0.0.1:${(await dongle()).control}/devices/${devices[name]}${what}`
  const post = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const response = await fetch(address, body === undefined ? {} : post)
  return z.object({ state: z.unknown() }).parse(await response.json()).state
}

function touch(intent: Intent): void {
  expect(running.showroom.handle(intent)).toBe('accepted')
}

const place = (name: Name) => ({ room, fixture: fixtureId.parse(name) })
const dim = (name: Name, brightness: number): Intent => ({
  kind: 'dim',
  ...place(name),
  brightness,
  steady: false,
})
const move = (name: Name, openness: number): Intent => ({ kind: 'move-blind', ...place(name), openness })
const lit = (brightness: number) => ({ on: true, fading: false, brightness: expect.closeTo(brightness, 2) })
const stands = (openness: number) => ({ moving: false, openness: expect.closeTo(openness, 2) })
const become = (name: Name, state: object) =>
  vi.waitFor(async () => expect(await ask(name), name).toMatchObject(state), patience)

/** Everything that the kiosk has written down, less what the simulated devices remember of themselves. */
async function written(): Promise<string> {
  const names = await readdir(settings.dataFolder, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile() && !entry.name.startsWith('state.json'))
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')),
  )
  return texts.join('\n')
}

it('walking in lights the wardrobe, and later all is as before but for what the shopper changed', async () => {
  touch(dim('wardrobe-light', 0.3))
  touch(dim('mirror-lamp', 0.4))
  touch(move('curtain', 0.4))
  touch(move('rack', 0.5))
  await Promise.all([
    become('wardrobe-light', lit(0.3)),
    become('mirror-lamp', lit(0.4)),
    become('curtain', stands(0.4)),
    become('rack', stands(0.5)),
  ])
  // Whoever set these has long left: after a restart nobody holds anything.
  await running.stop()
  running = await startUntilHeard()

  await ask('wardrobe-sensor', '/occupancy', { occupied: true })
  await Promise.all([
    become('wardrobe-light', lit(0.85)),
    become('mirror-lamp', lit(0.6)),
    become('rack', stands(0)),
    become('curtain', stands(0)),
  ])
  const rule = () => running.showroom.snapshot().rules.find(({ id }) => id === 'walk-in')
  expect(rule()?.running).toBe(true)
  expect(running.showroom.snapshot().facts.map(({ fact, why }) => `${fact} ${why}`)).toEqual([
    'occupied started',
  ])

  touch(dim('mirror-lamp', 0.2))
  await become('mirror-lamp', lit(0.2))
  await ask('wardrobe-sensor', '/occupancy', { occupied: false })
  await vi.waitFor(() => expect(rule()?.running).toBe(false), patience)
  await Promise.all([
    become('wardrobe-light', lit(0.3)),
    become('rack', stands(0.5)),
    become('curtain', stands(0.4)),
  ])
  await become('mirror-lamp', lit(0.2))
  expect(running.showroom.snapshot().facts.map(({ fact, why }) => `${fact} ${why}`)).toEqual([
    'occupied started',
    'clear ended',
  ])

  // Neither files nor log know of it.
  const everything = (await written()) + said
  expect(everything).toContain('VALLHORN')
  for (const word of ['walk-in', 'occupied', '"occupancy"', '"onOff"', '"currentLevel"', 'lastSeen'])
    expect(everything.split('\n').filter((line) => line.includes(word))).toEqual([])
})
