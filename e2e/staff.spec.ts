import { landscape, portrait } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { seriousFindings } from './screen.ts'
import { button, corners, digits, enterPin, Hand, holdCorners, holdFirst, knock } from './staff-pages.ts'

// One kiosk, with a stick that passes for a real one and nothing set up, is found and opened by its staff.
test.use({ lamping: 'bare', environment: { SHOWROOM_STAFF_IDLE: '12' } })
test.describe.configure({ mode: 'serial' })

const managerPin = '482139'
const wrongPin = '555123'

test('a kiosk that nobody has set up asks to be, and takes no PIN that would be guessed first', async ({
  page,
  shot,
}) => {
  await expect(page.getByRole('heading', { name: 'Set up this kiosk' })).toBeVisible({ timeout: 60_000 })
  expect(await seriousFindings(page)).toEqual([])
  await shot('staff-guide')
  await button(page, 'Next').click()
  await enterPin(page, '123456')
  await expect(page.getByText('That PIN would be guessed first.')).toBeVisible()
  await enterPin(page, managerPin)
  await enterPin(page, managerPin)
  await button(page, 'Later').click()
  await expect(page.getByRole('heading', { name: 'What is this store called?' })).toBeVisible()
  await button(page, 'Close').click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('no touch of a shopper opens it: not one corner, not taps, not a slip, not two hands', async ({
  page,
}) => {
  const hand = await Hand.over(page)
  const { first, second, middle } = await corners(page)
  const opposite = page.locator('html[data-held-corner="bottom-right"]')
  const closed = () => expect(page.getByRole('dialog')).toHaveCount(0)

  await hand.tap(first)
  await hand.tap(second)
  // Both at once, as a child that leans on the screen.
  await hand.down(first, second)
  await hand.up()
  // A finger that comes by while the corner is held.
  await hand.down(first)
  await hand.move({ x: first.x + 60, y: first.y + 60 })
  await hand.up()
  await closed()
  // The first corner is held; whoever then touches the room is a shopper, and the other corner begins anew.
  await holdFirst(page, hand)
  await hand.tap(middle)
  await page.keyboard.press('Escape')
  await hand.down(second)
  await opposite.waitFor()
  await hand.up()
  await hand.tap(middle)
  await page.keyboard.press('Escape')
  await closed()
})

test('two corners, one after the other, lead to a pad whose digits move, and wrong PINs to waiting', async ({
  page,
  kiosk,
  shot,
}) => {
  test.setTimeout(180_000)
  const hand = await Hand.over(page)
  await holdCorners(page, hand)
  await expect(page.getByRole('heading', { name: 'Staff PIN' })).toBeVisible()
  // The pad closes when nobody touches anything, and being judged may take longer than that.
  const hands = await page.evaluateHandle(() =>
    setInterval(() => document.querySelector('dialog')?.dispatchEvent(new Event('keydown')), 500),
  )
  expect(await seriousFindings(page)).toEqual([])
  await shot('staff-pin')
  const before = await digits(page)
  expect([...before].sort().join('')).toBe('0123456789')
  const waiting = page.getByText(/Too many wrong PINs. Try again in \d+ seconds?./)
  const inside = button(page, 'Add a device')
  await enterPin(page, wrongPin)
  await expect(page.getByRole('alert').filter({ hasText: /PIN/ })).toBeVisible()
  let triedMs = 0
  await expect(async () => {
    triedMs = Date.now()
    await enterPin(page, wrongPin)
    await expect(waiting).toBeVisible({ timeout: 1000 })
  }).toPass()
  expect(await digits(page)).not.toBe(before)
  const told = Number((await waiting.textContent())?.match(/\d+/)?.[0])
  await page.keyboard.type(managerPin)
  await page.keyboard.press('Enter')
  await expect(waiting.or(inside)).toBeVisible()
  // A slow machine may have been waiting for so long that the PIN holds again; the last second was rounded up.
  if (await inside.isVisible()) expect(Date.now() - triedMs).toBeGreaterThan((told - 1) * 1000)
  await kiosk.resize(landscape)
  await shot('staff-pin-landscape')
  await kiosk.resize(portrait)
  await expect(async () => {
    if (await inside.isVisible()) return
    await enterPin(page, managerPin)
    await expect(inside).toBeVisible({ timeout: 5_000 })
    // A slow machine may have guessed more than once above, and each guess makes the waiting longer.
  }).toPass({ timeout: 90_000 })
  expect(await seriousFindings(page)).toEqual([])
  await hands.evaluate((timer) => clearInterval(timer))
  await button(page, 'Close').click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('Ctrl+Alt+S leads there too, and the pages close when nobody touches them', async ({ page }) => {
  await knock(page)
  await enterPin(page, managerPin)
  await expect(button(page, 'Add a device')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 30_000 })
  await knock(page)
  await expect(page.getByRole('heading', { name: 'Staff PIN' })).toBeVisible()
  await button(page, 'Close').click()
})
