import { difference } from './difference.ts'
import { expect, test } from './kiosk-test.ts'
import { readKelvinRanges, readSceneFiles } from './scene-files.ts'
import { chip, slider, tile } from './screen.ts'

test('the service may be killed: within 3 s it is back, and it tells what the lamps are', async ({
  page,
  kiosk,
  lamps,
}) => {
  const ranges = await readKelvinRanges()
  const scene = (await readSceneFiles()).find(({ id }) => id === 'bright-day')
  if (scene === undefined) throw new Error('there is no such scene')
  await tile(page, scene.title.en).click()
  const differences = async () => {
    const lists = Object.entries(scene.fixtures).map(async ([fixture, target]) =>
      difference(await lamps.state(fixture), target, ranges.get(fixture)).map(
        (found) => `${fixture}: ${found}`,
      ),
    )
    return (await Promise.all(lists)).flat()
  }
  await expect.poll(differences, { timeout: 60_000 }).toEqual([])
  await expect(chip(page, 'Pendant')).toHaveAttribute('aria-pressed', 'true')
  const shown = await slider(page, 'Table lamp').inputValue()

  const killed = await kiosk.servicePid()
  process.kill(killed, 'SIGKILL')
  const killedAtMs = performance.now()
  const leftMs = () => Math.max(1, 3_000 - (performance.now() - killedAtMs))
  expect(await differences()).toEqual([])

  // A finger on a slider, again and again, until the lamp follows.
  await expect
    .poll(
      async () => {
        await slider(page, 'Floor lamp').fill('37')
        return (await lamps.state('floor-lamp')).brightness ?? -1
      },
      { timeout: leftMs(), intervals: [100] },
    )
    .toBeCloseTo(0.37, 1)
  test
    .info()
    .annotations.push({ type: 'back after', description: `${Math.round(performance.now() - killedAtMs)} ms` })

  expect(await kiosk.servicePid()).not.toBe(killed)
  await expect(chip(page, 'Pendant')).toHaveAttribute('aria-pressed', 'true')
  expect(await slider(page, 'Table lamp').inputValue()).toBe(shown)
  await expect
    .poll(async () => (await differences()).filter((found) => !found.startsWith('floor-lamp')))
    .toEqual([])
})
