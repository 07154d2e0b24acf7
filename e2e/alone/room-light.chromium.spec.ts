import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, expect, type Page, test } from '@playwright/test'

import { composedLook } from '../../renderer/room/gaze.ts'
import { RoomCamera } from '../../renderer/room/room-camera.ts'
import type { BakedRoom } from '../../src/light/baked-room.ts'
import { lampLight } from '../../src/light/lamp-light.ts'
import type { Rgb } from '../../src/light/linear-colour.ts'
import { serveRoomPage } from '../../src/platform/room-page.ts'
import { chromiumProgram, chromiumSwitches, root, withoutSandbox } from '../programs.ts'

// Properties of the light that is really mixed on the graphics card, of the room that is really baked.
test.setTimeout(180_000)

const folder = join(root, 'out/rooms/living-room')
const room = JSON.parse(readFileSync(join(folder, 'room.json'), 'utf8')) as BakedRoom
const lamps = room.fixtures.filter(({ kind }) => kind === 'light')

let server: Awaited<ReturnType<typeof serveRoomPage>>
let browser: Browser
let page: Page
test.beforeAll(async () => {
  server = await serveRoomPage({ page: 'bench', roomFolder: folder })
  browser = await chromium.launch({
    executablePath: chromiumProgram(),
    chromiumSandbox: !withoutSandbox(),
    args: chromiumSwitches('3d'),
  })
  page = await browser.newPage({ viewport: { width: 64, height: 64 } })
  await page.goto(`${server.url}?case=mix`)
  await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 120_000 })
})
test.afterAll(async () => {
  await browser.close()
  await server.close()
})

/** The light map with these weights by fixture; every other layer has none. */
async function mix(weights: Readonly<Record<string, Rgb>>): Promise<number[]> {
  const all = room.layers.map(
    (layer): Rgb => (layer.kind === 'lamp' ? weights[layer.fixture] : null) ?? [0, 0, 0],
  )
  return page.evaluate<number[]>(`mix(${JSON.stringify(all)})`)
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const channel = (values: readonly number[], c: number) => sum(values.filter((_, i) => i % 3 === c))
const [first, second] = [lamps[0]?.id ?? '', lamps[1]?.id ?? '']

test('mixing is linear', async () => {
  const a = await mix({ [first]: [0.4, 0.5, 0.6] })
  const b = await mix({ [first]: [0.2, 0.1, 0], [second]: [1, 0.8, 0.5] })
  const both = await mix({ [first]: [0.6, 0.6, 0.6], [second]: [1, 0.8, 0.5] })
  expect(sum(both)).toBeGreaterThan(100)
  both.forEach((value, i) => {
    // Half floats have eleven bits; three of them are added.
    expect(Math.abs((a[i] ?? 0) + (b[i] ?? 0) - value)).toBeLessThanOrEqual(Math.abs(value) / 500 + 1e-4)
  })
})

test('a lamp that is off is exactly the absence of its layer, whatever was lit before', async () => {
  const alone = await mix({ [first]: [1, 1, 1] })
  await mix(Object.fromEntries(lamps.map(({ id }, i): [string, Rgb] => [id, [i, 1, 1]])))
  for (const level of [0.7, 0.4, 0]) await mix({ [first]: [1, 1, 1], [second]: [level, level, level] })
  expect(await mix({ [first]: [1, 1, 1] })).toEqual(alone)
  expect(sum(await mix({}))).toBe(0)
})

test('dimmer up is brighter everywhere, and 2200 K is redder than 6500 K', async () => {
  const ability = { kelvin: { min: 2200, max: 6500 }, colour: false }
  const lit = async (brightness: number, kelvin: number) => {
    const { lumens, rgb } = lampLight(
      { on: true, brightness, colour: { mode: 'kelvin', kelvin } },
      ability,
      806,
    )
    const scale = lumens / 1000
    return mix({ [first]: [rgb[0] * scale, rgb[1] * scale, rgb[2] * scale] })
  }
  const [dim, bright] = [await lit(0.3, 2700), await lit(0.6, 2700)]
  bright.forEach((value, i) => {
    expect(value).toBeGreaterThanOrEqual(dim[i] ?? 0)
  })
  expect(sum(bright)).toBeGreaterThan(2 * sum(dim))
  const [warm, cool] = [await lit(1, 2200), await lit(1, 6500)]
  expect(channel(warm, 0) / channel(warm, 2)).toBeGreaterThan(3 * (channel(cool, 0) / channel(cool, 2)))
})

for (const { id } of lamps) {
  test(`${id} has a layer that lights the room, a place for fingers and a place it shines from`, async () => {
    expect(sum(await mix({ [id]: [1, 1, 1] }))).toBeGreaterThan(0)
    expect(room.fixtures.find((fixture) => fixture.id === id)?.radius).toBeGreaterThan(0)
    const shares = room.emitters.filter(({ fixture }) => fixture === id).map(({ share }) => share)
    // A bulb within a shade counts some light twice: what the shade lets through, and what it hides.
    expect(sum(shares)).toBeGreaterThan(0.9)
    expect(sum(shares)).toBeLessThan(1.5)
  })
}

for (const [name, [width, height]] of Object.entries({
  landscape: [1268, 1080],
  portrait: [1080, 1366],
} as const)) {
  test(`every lamp is in the ${name} picture`, () => {
    const camera = new RoomCamera(room)
    camera.resize(width, height)
    camera.gaze.follow(composedLook)
    camera.place(0)
    const outside = lamps.filter((lamp) => !camera.placeOf(lamp).inside).map(({ id }) => id)
    expect(outside).toEqual([])
  })
}
