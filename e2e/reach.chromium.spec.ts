import { controls } from './controls.ts'
import { landscape, portrait } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { openAccess, wish } from './modes.ts'
import { chip, openLanguages, stands, tile } from './screen.ts'

for (const [name, size] of Object.entries({ portrait, landscape })) {
  test(`a visit within reach: every control lies in the lowest third (${name})`, async ({
    page,
    kiosk,
    lamps,
  }) => {
    await kiosk.resize(size)
    await wish(page, ['withinReach'])
    const tooHigh = async () =>
      (await controls(page))
        // Where a finger goes: what is scrolled half out of the dock reaches above it unseen.
        .filter(({ y, height }) => y + height / 2 < (size.height * 2) / 3)
        .map(({ name: what }) => what)
    expect(await tooHigh()).toEqual([])
    await tile(page, 'Bright day').click()
    await expect.poll(async () => (await lamps.state('pendant')).brightness).toBeGreaterThan(0.95)
    await expect(page.getByRole('heading', { name: 'Bright day' })).toBeInViewport()
    // What a card says is seen whole, and what leads back from it is within reach.
    await page.getByRole('button', { name: 'What is this? Roller blind' }).click()
    await stands(page)
    await expect(page.getByTestId('price')).toBeInViewport({ ratio: 1 })
    expect(await tooHigh()).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    for (const more of [[], ['largerText']] as const) {
      await wish(page, more)
      for (const open of ['Choose the light of: Pendant', 'Take it home', 'Where does my data go?']) {
        await page.getByRole('button', { name: open }).click()
        // Whoever touches while another slides away gets it a moment later.
        await expect(page.getByRole('dialog')).toBeVisible()
        await stands(page)
        expect([open, ...(await tooHigh())]).toEqual([open])
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
      for (const menu of [openLanguages, openAccess]) {
        await menu(page)
        await stands(page)
        expect([menu.name, ...(await tooHigh())]).toEqual([menu.name])
        await page.keyboard.press('Escape')
      }
      await wish(page, more, false)
    }
    // Nothing needs a finger that scrolls.
    const lamp = chip(page, 'Bench strip')
    const further = page.getByRole('button', { name: 'Show more' })
    const inSight = () =>
      lamp.evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        const top = document.elementFromPoint(x + width / 2, y + height / 2)
        return top !== null && element.contains(top)
      })
    await expect(async () => {
      if (!(await inSight()) && (await further.isEnabled())) await further.click()
      expect(await inSight()).toBe(true)
    }).toPass()
    expect(await tooHigh()).toEqual([])
    const was = (await lamps.state('bench-strip')).on
    await lamp.click()
    await expect.poll(async () => (await lamps.state('bench-strip')).on).toBe(!was)
    await wish(page, ['withinReach'], false)
    await kiosk.resize(portrait)
  })
}
