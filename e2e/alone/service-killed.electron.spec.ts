import { difference } from '../difference.ts'
import { expect, test } from '../kiosk-test.ts'
import { readKelvinRanges, readSceneFiles } from '../scene-files.ts'
import { chip, slider, tile } from '../screen.ts'

test('the service may be killed: within 3 s it runs again, and the lamps are as they were and follow', async ({
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
  const isAnother = () =>
    kiosk.servicePid().then(
      (pid) => pid !== killed,
      () => false,
    )
  await expect.poll(isAnother, { timeout: 3_000, intervals: [50] }).toBe(true)
  const runsAfterMs = Math.round(performance.now() - killedAtMs)
  expect(await differences()).toEqual([])

  // A finger on a slider, again and again, until the lamp follows. The radio itself takes a second and a half to answer.
  await expect
    .poll(
      async () => {
        await slider(page, 'Floor lamp').fill('37')
        return (await lamps.state('floor-lamp')).brightness ?? -1
      },
      { timeout: 10_000, intervals: [100] },
    )
    .toBeCloseTo(0.37, 1)
  const followsAfterMs = Math.round(performance.now() - killedAtMs)
  console.log(`    the service runs after ${runsAfterMs} ms, a lamp follows after ${followsAfterMs} ms`)

  await expect(chip(page, 'Pendant')).toHaveAttribute('aria-pressed', 'true')
  await expect(slider(page, 'Table lamp')).toHaveValue(shown)
  await expect
    .poll(async () => (await differences()).filter((found) => !found.startsWith('floor-lamp')))
    .toEqual([])
})
