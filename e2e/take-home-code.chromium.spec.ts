import type { Browser, Page } from '@playwright/test'
import jsqr from 'jsqr'
import { languageNames, messages } from '../renderer/locales/words.ts'
import { decodeTakeHome } from '../renderer/take-home/take-home-code.ts'
import { landscape, portrait } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { speak, stands, tile } from './screen.ts'

/** What is left of a code of 60 mm on a photograph with three pixels a millimetre. */
const pixels = 60 * 3

/** A picture shrunk to a square of so many pixels by a browser, as a camera would. */
async function shrunk(browser: Browser, png: Buffer, size: number): Promise<Uint8ClampedArray> {
  const page = await browser.newPage()
  const numbers = await page.evaluate(
    async ([base64, side]) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const context = Object.assign(document.createElement('canvas'), {
        width: side,
        height: side,
      }).getContext('2d')
      if (context === null) throw new Error('there is no canvas')
      context.imageSmoothingQuality = 'high'
      context.drawImage(picture, 0, 0, side, side)
      return [...context.getImageData(0, 0, side, side).data]
    },
    [png.toString('base64'), size] as const,
  )
  await page.close()
  return Uint8ClampedArray.from(numbers)
}

/** What an independent decoder reads on the screen: null while nothing is to be read. */
async function readOn(page: Page, browser: Browser): Promise<string | null> {
  await stands(page)
  const shot = await page.getByTestId('take-home-code').screenshot()
  return jsqr(await shrunk(browser, shot, pixels), pixels, pixels)?.data ?? null
}

/** The longest words, and each script. */
const spoken = {
  landscape: [
    { language: 'en', scene: 'Long dinner', lamp: 'Dome pendant' },
    { language: 'de', scene: 'Langes Essen', lamp: 'Kuppelleuchte' },
    { language: 'ar', scene: 'عشاء طويل', lamp: 'مصباح معلّق على شكل قبة' },
  ],
  portrait: [
    { language: 'en', scene: 'Long dinner', lamp: 'Dome pendant' },
    { language: 'pl', scene: 'Długa kolacja', lamp: 'Lampa wisząca kopuła' },
    { language: 'ja', scene: 'ゆっくりディナー', lamp: 'ドームペンダント' },
  ],
} as const

for (const [shape, size] of Object.entries({ landscape, portrait })) {
  test(`the code of a list of 20 things is read from 180 pixels, in each script (${shape})`, async ({
    kiosk,
    page,
  }) => {
    const browser = page.context().browser()
    if (browser === null || kiosk.url === null) throw new Error('this is not Chromium')
    // The kiosk's own page is drawn small in tests; a screen is not.
    const screen = await browser.newPage({ viewport: size, deviceScaleFactor: 1, reducedMotion: 'reduce' })
    await screen.goto(kiosk.url)
    await tile(screen, 'Long dinner').click()
    await expect(tile(screen, 'Long dinner')).toHaveAttribute('aria-pressed', 'true')
    for (const { language, scene, lamp } of spoken[shape === 'landscape' ? 'landscape' : 'portrait']) {
      if (language !== 'en') await speak(screen, languageNames[language])
      await screen.getByRole('button', { name: messages[language].takeHome?.open ?? '' }).click()
      // As a phone does: it looks until it has read something.
      let read = ''
      const looked = async () => {
        read = (await readOn(screen, browser)) ?? ''
        return read
      }
      await expect.poll(looked, language).toMatch(/^https:\/\/showroom\.example\/take-home\/#\d+$/)
      const box = await screen.getByTestId('take-home-code').boundingBox()
      await screen.keyboard.press('Escape')
      await expect(screen.getByRole('dialog')).toHaveCount(0)
      const list = decodeTakeHome(read.split('#')[1] ?? '')
      expect(list).toMatchObject({ language, scene, store: { name: 'Malmö', country: 'SE' } })
      expect(list.items).toHaveLength(20)
      expect(list.items.map(({ name }) => name)).toContain(lamp)
      // On a screen of 21.5 inches with 1920 pixels along its side four pixels are a millimetre.
      expect(box?.width).toBeGreaterThan(60 * 4)
    }
    await screen.close()
  })
}
