import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { difference } from './difference.ts'
import { expect, test } from './kiosk-test.ts'
import type { DeviceState } from './lamps.ts'
import { root } from './programs.ts'
import { readKelvinRanges, type Target } from './scene-files.ts'
import { tile } from './screen.ts'

const ranges = await readKelvinRanges()

async function sceneFile(id: string) {
  return parse(await readFile(join(root, 'scenes/living-room', `${id}.yaml`), 'utf8'))
}

test('a sunrise of ten minutes passes in twenty seconds, moment by moment', async ({ page, lamps }) => {
  const { title, fixtures, moments } = await sceneFile('wake-up')
  const lamp = async () => (await lamps.state('window-lamp')).brightness ?? 0
  await tile(page, title.en).click()
  const startedMs = Date.now()
  // It may come down from another scene first.
  await expect.poll(lamp).toBeCloseTo(fixtures['window-lamp'].brightness, 2)
  const seen: number[] = []
  await expect
    .poll(
      async () => {
        seen.push(await lamp())
        return seen.at(-1)
      },
      { timeout: 40_000, intervals: [500] },
    )
    .toBeCloseTo(0.8, 2)
  expect(Date.now() - startedMs).toBeGreaterThan(15_000)
  expect(seen.some((level) => level > 0.2 && level < 0.6)).toBe(true)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  for (const [fixture, target] of Object.entries<Target>(moments.at(-1).fixtures)) {
    await expect
      .poll(async () => difference(await lamps.state(fixture), target, ranges.get(fixture)), {
        message: fixture,
        timeout: 60_000,
      })
      .toEqual([])
  }
  await expect(tile(page, title.en)).toHaveAttribute('aria-pressed', 'true')
})

test('colours wander over the lamps of a palette', async ({ page, lamps }) => {
  const { title, palettes } = await sceneFile('party')
  const [{ fixtures }] = palettes
  const hues = async () => {
    const states: DeviceState[] = await Promise.all(fixtures.map((fixture: string) => lamps.state(fixture)))
    return states.map(({ xy }) => JSON.stringify(xy))
  }
  await tile(page, title.en).click()
  for (const fixture of fixtures) await expect.poll(async () => (await lamps.state(fixture)).on).toBe(true)
  const first = await hues()
  await expect
    .poll(async () => (await hues()).filter((hue, index) => hue === first[index]), { timeout: 20_000 })
    .toEqual([])
  expect(new Set(await hues()).size).toBe(fixtures.length)
})
