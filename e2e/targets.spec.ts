import { tooSmall } from './controls.ts'
import { landscape, portrait } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { openAccess, wish } from './modes.ts'
import { openLanguages, speak } from './screen.ts'

// 20 mm on a screen of 21.5 inches, whatever the language makes of the words on it.
for (const [name, size] of Object.entries({ portrait, landscape })) {
  test(`everything that can be touched is as large as a finger (${name})`, async ({ page, kiosk }) => {
    await kiosk.resize(size)
    expect(await tooSmall(page)).toEqual([])
    await openLanguages(page)
    expect(await tooSmall(page)).toEqual([])
    await page.keyboard.press('Escape')
    await openAccess(page)
    expect(await tooSmall(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page
      .getByRole('button', { name: /^Choose the light of/ })
      .first()
      .click()
    expect(await tooSmall(page)).toEqual([])
    await page.keyboard.press('Escape')
    await wish(page, ['withinReach'])
    expect(await tooSmall(page)).toEqual([])
    await wish(page, ['withinReach'], false)
    for (const language of ['日本語', 'العربية']) {
      await speak(page, language)
      expect(await tooSmall(page)).toEqual([])
    }
    await speak(page, 'English')
    await kiosk.resize(portrait)
  })
}
