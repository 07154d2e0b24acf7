import { gzipSync } from 'node:zlib'
import type { Response } from '@playwright/test'
import { expect, test } from '../kiosk-test.ts'
import { giveGraphicsBack, loseGraphics, pictureIsShown } from '../picture.ts'
import { tile } from '../screen.ts'

test.use({ picture: '3d' })
test.setTimeout(240_000)

test('the page is light, with all that opens in it, and asks nobody but the kiosk', async ({
  page,
  kiosk,
}) => {
  const scripts = new Map<string, Promise<number>>()
  const strangers: string[] = []
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    const own = origin === new URL(kiosk.url ?? '').origin
    if (!own && protocol !== 'data:' && protocol !== 'blob:') strangers.push(request.url())
  })
  const weigh = async (response: Response) => gzipSync(await response.body(), { level: 9 }).length
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.set(response.url(), weigh(response))
  })
  await page.reload()
  await pictureIsShown(page)
  // All that draws has come by now; what follows need not be drawn.
  await loseGraphics(page)
  await page.keyboard.press('Shift')
  await tile(page, 'Long dinner').click()
  await expect(tile(page, 'Long dinner')).toHaveAttribute('aria-pressed', 'true')
  for (const name of ['Take it home', 'Where does my data go?']) {
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  // The next spec may have this page.
  await giveGraphicsBack(page)
  const bytes = await Promise.all(scripts.values())
  expect([...scripts.keys()].join()).toMatch(/room-view.*\.js/)
  expect(bytes.length).toBeGreaterThan(3)
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(450_000)
  expect(strangers).toEqual([])
})
