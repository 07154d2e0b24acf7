import { landscape, portrait } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { chip, seriousFindings, speak, stands, tile } from './screen.ts'

const words = {
  en: {
    language: 'English',
    open: 'Where does my data go?',
    title: 'Where your touch goes',
    scene: 'Movie night',
    marks: ['measured', 'simulated', 'simulated'],
  },
  sv: {
    language: 'Svenska',
    open: 'Vart tar mina data vägen?',
    title: 'Vart ditt tryck går',
    scene: 'Filmkväll',
    marks: ['uppmätt', 'simulerad', 'simulerad'],
  },
}

for (const [tag, { language, open, title, scene, marks }] of Object.entries(words)) {
  test(`the way of the last touch is told with its own times in ${language}`, async ({
    page,
    kiosk,
    shot,
  }) => {
    await speak(page, language)
    await tile(page, scene).click()
    await expect(tile(page, scene)).toHaveAttribute('aria-pressed', 'true')
    for (const [shape, size] of Object.entries({ landscape, portrait })) {
      await kiosk.resize(size)
      await page.getByRole('button', { name: open }).click()
      const sheet = page.getByRole('dialog', { name: title })
      // Every lamp of the scene has its line, each with a time, and all stations were passed in order.
      await expect(sheet.getByTestId('lamp-times').getByRole('listitem')).toHaveCount(14)
      const stations = sheet.getByTestId('way').getByRole('listitem')
      await expect(stations).toHaveCount(5)
      await expect(stations.nth(3)).toContainText(/\d\s?(ms|s)/)
      await expect(stations.nth(4)).toContainText(/\d\s?(ms|s)/)
      // In the room, over the shop's network, over a vendor's cloud: only what happened here is called measured.
      const routes = sheet.getByTestId('routes').getByRole('listitem')
      await expect(routes).toContainText(marks)
      await shot(`journey-${shape}-${tag}`)
      expect(await seriousFindings(page)).toEqual([])
      await page.keyboard.press('Escape')
      await expect(sheet).toHaveCount(0)
    }
    await speak(page, 'English')
  })
}

test('only the last touch is told, and a lamp alone has a message of its own', async ({ page }) => {
  await chip(page, 'Floor lamp').click()
  await page.getByRole('button', { name: 'Where does my data go?' }).click()
  const lamps = page.getByTestId('lamp-times').getByRole('listitem')
  await expect(lamps).toHaveCount(1)
  await expect(lamps).toContainText('Floor lamp')
  await expect(lamps).toContainText('by a message of its own')
  await page.getByRole('button', { name: 'Back to the room' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('“forget me” returns everything and says so', async ({ page }) => {
  await speak(page, 'Svenska')
  await chip(page, 'Golvlampa').click()
  await page.getByRole('button', { name: 'Vart tar mina data vägen?' }).click()
  await page.getByRole('button', { name: 'Glöm mig' }).click()
  await expect(
    page.getByRole('status').filter({ hasText: 'Forgotten. Nothing of your visit is left.' }),
  ).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('.page.resting')).toBeVisible()
})

for (const [sheet, name] of Object.entries({
  'the way of a touch': 'Where does my data go?',
  'what to take home': 'Take it home',
  'a product': 'What is this? Roller blind',
})) {
  test(`who asks again for ${sheet} while it slides away gets it`, async ({ page }) => {
    const open = page.getByRole('button', { name })
    await open.click()
    const card = page.getByRole('dialog')
    await expect(card).toBeVisible()
    // The quickest finger there can be: on the cross, and at once on the button again.
    await open.evaluate((button) => {
      document.querySelector<HTMLDialogElement>('dialog:modal')?.close()
      if (button instanceof HTMLElement) button.click()
    })
    await stands(page)
    await expect(card).toBeVisible()
    expect(await card.evaluate((element) => element.matches(':modal'))).toBe(true)
    await page.keyboard.press('Escape')
    await expect(card).toHaveCount(0)
  })
}
