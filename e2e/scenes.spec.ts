import { difference } from './difference.ts'
import { expect, test } from './kiosk-test.ts'
import { readKelvinRanges, readSceneFiles } from './scene-files.ts'
import { tile } from './screen.ts'

const ranges = await readKelvinRanges()

for (const scene of await readSceneFiles()) {
  test(`a touch on "${scene.title.en}" makes every lamp what the scene says`, async ({ page, lamps }) => {
    await tile(page, scene.title.en).click()
    for (const [fixture, target] of Object.entries(scene.fixtures)) {
      await expect
        .poll(async () => difference(await lamps.state(fixture), target, ranges.get(fixture)), {
          message: fixture,
          timeout: target.openness === undefined ? 10_000 : 60_000,
        })
        .toEqual([])
    }
    await expect(tile(page, scene.title.en)).toHaveAttribute('aria-pressed', 'true')
  })
}
