import type { Page } from '@playwright/test'
import { expect, test } from '../kiosk-test.ts'
import { pictureIsShown } from '../picture.ts'
import { button, dragTo, Hand, setUp, signIn } from '../staff-pages.ts'

test.use({ lamping: 'bare', picture: '3d' })
test.setTimeout(240_000)

const managerPin = '482139'
const lamp = '0x00158d0000000b01'

test('a lamp is put where it belongs by dragging it to its fixture in the room, or touching that', async ({
  page,
  kiosk,
  shot,
}) => {
  const { dongle } = kiosk
  await setUp(page, managerPin)
  await pictureIsShown(page)
  await page.evaluate(countDrawn)
  await signIn(page, managerPin)
  const before = await drawn(page)
  await button(page, 'Add a device').click()
  await expect(page.getByText('New devices may join now')).toBeVisible()
  await dongle?.post('/devices', { ieee: lamp, model: 'TRADFRI bulb E27 CWS 806lm' })
  await dongle?.post(`/devices/${lamp}/join`, { wait: true })
  await page.locator('[data-stage="known"]').first().waitFor()
  await button(page, 'Name and place').first().click()

  const room = page.locator('[data-testid="room-places"][data-picture="shown"]')
  await room.waitFor()
  const chosen = page.getByTestId('places').locator('li [aria-pressed="true"]')
  await dragTo(page, await Hand.over(page), button(page, 'It is here: Floor lamp'))
  await expect(chosen).toContainText('Floor lamp')
  await shot('staff-place-3d')

  // Beside the pin, on the shade itself: the picture is touched, not a button.
  const pin = await button(page, 'It is here: Pendant').boundingBox()
  const canvas = await room.locator('canvas').boundingBox()
  if (pin === null || canvas === null) throw new Error('The pendant is not in the picture.')
  const at = { x: pin.x + pin.width / 2 - canvas.x, y: pin.y + pin.height / 2 - canvas.y }
  await room.locator('canvas').dispatchEvent('click', {
    clientX: canvas.x + at.x + pin.width * 0.6,
    clientY: canvas.y + at.y,
  })
  await expect(chosen).toContainText('Pendant')
  // What its lamps did meanwhile nobody could see.
  expect(await drawn(page)).toBe(before)
  await button(page, 'Close').click()
  await expect.poll(() => drawn(page)).toBeGreaterThan(before)
})

/** Runs in the page: counts how often something is drawn in the shopper's picture. */
function countDrawn(): void {
  const graphics = document.querySelector<HTMLCanvasElement>('.stage canvas')?.getContext('webgl2')
  if (!graphics) throw new Error('there is no picture')
  const draw = graphics.drawElements.bind(graphics)
  Reflect.set(window, 'drawn', 0)
  graphics.drawElements = (...what) => {
    Reflect.set(window, 'drawn', Reflect.get(window, 'drawn') + 1)
    draw(...what)
  }
}

function drawn(page: Page): Promise<number> {
  return page.evaluate(() => Reflect.get(window, 'drawn'))
}
