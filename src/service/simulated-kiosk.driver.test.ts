import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { contract } from '../contract/contract.ts'
import type { FixtureState } from '../contract/fixture-state.ts'
import { sceneId } from '../contract/ids.ts'
import { type RunningShowroom, startShowroom } from './build-showroom.ts'
import type { Settings } from './settings.ts'

const patience = { timeout: 240_000, interval: 100 }
const lampAnswer = z.object({
  state: z.object({ on: z.boolean(), brightness: z.number(), fading: z.boolean() }),
})
const dongleRecord = z.object({ pid: z.number(), control: z.number() })

let settings: Settings
let running: RunningShowroom | null

/** A kiosk's first start takes long: its lamps join one after the other. One serves all tests. */
beforeAll(async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'kiosk-'))
  settings = {
    dataFolder,
    contentFolder: resolve('scenes'),
    zigbeePort: 'virtual',
    zigbeeAdapter: null,
    zigbeeOverwrite: null,
    visitTimes: { idleMs: 0, noticeMs: 0 },
    openingHours: null,
    joinSeconds: 0,
    staffIdleMs: 120_000,
    storeId: null,
    takeHomeUrl: null,
    drives: null,
    place: { timeZone: null, position: null },
  }
  running = await startUntilHeard()
})

afterAll(async () => {
  await running?.stop()
  process.kill((await dongle()).pid)
  await rm(settings.dataFolder, { recursive: true, maxRetries: 10, retryDelay: 100 })
})

async function dongle(): Promise<z.infer<typeof dongleRecord>> {
  const text = await readFile(join(settings.dataFolder, 'virtual-dongle.json'), 'utf8')
  return dongleRecord.parse(JSON.parse(text))
}

async function control(): Promise<string> {
  return `http://127.0.0.1:${(await dongle()).control}`
}

async function startUntilHeard(
  atOnce: (started: RunningShowroom) => void = () => {},
): Promise<RunningShowroom> {
  const started = await startShowroom(settings)
  atOnce(started)
  await vi.waitFor(() => {
    const silent = started.showroom.snapshot().fixtures.filter(({ reach }) => reach !== 'reachable')
    expect(silent.map(({ id }) => id)).toEqual([])
  }, patience)
  return started
}

function lamps(kiosk: RunningShowroom) {
  return kiosk.showroom.snapshot().fixtures.filter(({ kind }) => kind === 'light' || kind === 'plug')
}

/** What a kiosk shows again after its restart: the last report of a fade and what a lamp says when asked differ a little. */
function about(states: readonly FixtureState[]): unknown[] {
  return states.map((state) => {
    if (state.kind === 'plug') return { id: state.id, on: state.on }
    if (state.kind !== 'light') return { id: state.id }
    return { id: state.id, on: state.on, brightness: expect.closeTo(state.brightness, 1) }
  })
}

it('furnishes itself with simulated lamps, plays a scene on them, and finds all again after a restart', async () => {
  running?.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('movie-night') })
  await vi.waitFor(async () => {
    const response = await fetch(`http://127.0.0.1:${(await dongle()).control}/devices/0x00158d0000000104`)
    const strip: unknown = await response.json()
    expect(strip).toMatchObject({ state: { on: true, fading: false, brightness: expect.closeTo(0.6, 2) } })
  }, patience)
  await vi.waitFor(() => {
    expect(running && lamps(running).every((lamp) => lamp.kind !== 'light' || lamp.fade === null)).toBe(true)
    expect(running?.showroom.snapshot().rooms[0]?.activeScene).toBe('movie-night')
  }, patience)
  await vi.waitFor(
    () =>
      expect(running?.showroom.snapshot().rooms[0]?.arrival).toEqual({
        scene: 'movie-night',
        outcome: expect.stringMatching(/^reached(-late)?$/),
        missing: [],
      }),
    patience,
  )
  const before = running === null ? [] : about(lamps(running))
  const { pid } = await dongle()
  await running?.stop()

  running = await startUntilHeard((first) => {
    // Nothing is claimed of a lamp before it has been heard, not even that it lives on the screen only.
    expect(new Set(lamps(first).map(({ reach }) => reach))).toEqual(new Set(['unknown']))
    expect(first.showroom.snapshot().rooms.map(({ activeScene }) => activeScene)).toEqual([null, null])
  })
  expect((await dongle()).pid).toBe(pid)
  await vi.waitFor(() => {
    expect(running && lamps(running)).toMatchObject(before)
    expect(running?.showroom.snapshot().rooms[0]?.activeScene).toBe('movie-night')
  }, patience)

  // Nothing on disk says when somebody was in the room or at a remote.
  const devices = await readFile(join(settings.dataFolder, 'virtual/devices.db'), 'utf8')
  expect(devices).toContain('VALLHORN')
  expect(devices).not.toContain('lastSeen')
})

it('lets a remote dim the lamps of the room, and the picture follows', async () => {
  running?.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('bright-day') })
  const shown = () => {
    const state = running?.showroom.snapshot().fixtures.find(({ id }) => id === 'pendant')
    return state?.kind === 'light' && state.fade === null ? state.brightness : null
  }
  const lit = async () => {
    const response = await fetch(`${await control()}/devices/0x00158d0000000101`)
    return lampAnswer.parse(await response.json()).state
  }
  const press = async (button: string, action: string) => {
    const body = JSON.stringify({ button, action })
    const headers = { 'content-type': 'application/json' }
    await fetch(`${await control()}/devices/0x00158d000000010a/press`, { method: 'POST', headers, body })
  }
  await vi.waitFor(async () => {
    const state = await lit()
    expect(state).toMatchObject({ on: true, fading: false })
    expect(state.brightness).toBeGreaterThan(0.7)
    expect(shown()).toBeCloseTo(state.brightness, 2)
  }, patience)
  const before = (await lit()).brightness
  await press('off', 'hold')
  await vi.waitFor(async () => expect((await lit()).brightness).toBeLessThan(before - 0.2), patience)
  await press('off', 'release')
  await vi.waitFor(async () => {
    const state = await lit()
    expect(state).toMatchObject({ on: true, fading: false })
    expect(shown()).toBeCloseTo(state.brightness, 2)
  }, patience)
  await press('off', 'single')
  await vi.waitFor(async () => expect((await lit()).on).toBe(false), patience)
})

it('follows what staff say of their store: it goes dark outside the hours, and has the other store’s prices', async () => {
  await running?.stop()
  settings = { ...settings, visitTimes: { idleMs: 300, noticeMs: 100 } }
  running = await startUntilHeard()
  const { showroom, channels } = running
  const { port1, port2 } = new MessageChannel()
  const channel = { send: (message: unknown) => port2.postMessage(message) }
  port2.on('message', (data) => void channels.receive(channel, data))
  const link = new RPCLink({ port: port1 })
  const client = createORPCClient<ContractRouterClient<typeof contract>>(link)
  const presence = () => showroom.snapshot().presence.phase
  await vi.waitFor(() => expect(presence()).toBe('attract'), patience)

  const { session } = await client.staff.begin({ managerPin: '482139', clerkPin: null })
  expect(presence()).toBe('visit')
  const { value, done } = await (await client.staff.follow({ session })).next()
  if (done || value.kind !== 'state') throw new Error('Followers get everything first.')
  const closed = { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null }
  const store = { ...value.state.store, store: 'hamburg', hours: closed }
  await client.staff.saveStore({ session, store })
  expect(showroom.snapshot().shop.store).toMatchObject({ id: 'hamburg' })
  expect(presence()).toBe('visit')
  await client.staff.leave({ session })
  await vi.waitFor(() => expect(presence()).toBe('closed'), patience)
  port1.close()
})
