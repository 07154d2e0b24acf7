import { en } from '../renderer/locales/en.ts'
import { sv } from '../renderer/locales/sv.ts'
import { createWords } from '../renderer/locales/words.ts'
import { shortVisits } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { speak, tile } from './screen.ts'
import { button, setUp, signIn } from './staff-pages.ts'

// What a manager says of language, night and voice is what screen, lamps and voice do. The page is the same in both shells.
test.use({ environment: shortVisits, own: 'habits' })
test.describe.configure({ mode: 'serial' })

const managerPin = '482139'
const { t } = createWords('en').global
const seconds = { timeout: 30_000 }

test('whoever comes after somebody who chose another language is invited in the store’s', async ({
  page,
}) => {
  await page.keyboard.press('Control+Alt+KeyS')
  await setUp(page, managerPin)
  await signIn(page, managerPin)
  await button(page, 'Store').click()
  await button(page, 'Svenska').first().click()
  await button(page, 'Save').click()
  const root = page.locator('html')
  await expect(root).toHaveAttribute('lang', 'sv')
  await page.locator('dialog header button').click()
  await expect(page.locator('dialog[open]')).toHaveCount(0)

  // Also for a moment nobody is invited in a language that is not the store's, by this page and by those that follow.
  const invitations = new Set<string>()
  await page.exposeFunction('invited', (words: string) => void invitations.add(words))
  await page.addInitScript(() => {
    const look = () => {
      const words = document.querySelector('.invitation .title')?.textContent
      if (words) Reflect.get(window, 'invited')(words)
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
  })
  await page.reload()
  await page.keyboard.press('Shift')
  await expect(tile(page, 'Ljus dag')).toBeVisible()
  await speak(page, 'Deutsch')
  await page.evaluate(() => Reflect.set(window, 'visited', true))
  await expect(page.getByText(sv.attract.title)).toBeVisible()
  const isVisited = () => page.evaluate(() => Reflect.has(window, 'visited')).catch(() => true)
  await expect.poll(isVisited).toBe(false)
  await expect(page.getByText(sv.attract.title)).toBeVisible()
  await expect(root).toHaveAttribute('lang', 'sv')
  expect([...invitations]).toEqual([sv.attract.title])
  expect(sv.attract.title).not.toBe(en.attract.title)

  await page.keyboard.press('Shift')
  await speak(page, 'English')
  await signIn(page, managerPin)
  await button(page, 'Store').click()
  await button(page, 'English').first().click()
  await button(page, 'Save').click()
  await expect(button(page, 'Save').locator('..')).toContainText('Saved')
  await button(page, 'Close').click()
})

test('a closed store’s screen is dark and its lamps are out, until somebody touches it', async ({
  page,
  lamps,
  shot,
}) => {
  await tile(page, 'Bright day').click()
  await expect.poll(async () => (await lamps.state('floor-lamp')).on, seconds).toBe(true)

  await signIn(page, managerPin)
  await button(page, 'Store').click()
  await button(page, 'By day').click()
  const closed = page.getByRole('button', { name: 'Closed', exact: true })
  await expect(closed).toHaveCount(7)
  for (const day of await closed.all()) await day.click()
  const night = page.getByTestId('night')
  await night.getByRole('button', { name: 'Dark until somebody touches it' }).click()
  await button(page, 'Save').click()
  await expect(button(page, 'Save').locator('..')).toContainText('Saved')
  await button(page, 'Close').click()

  const veil = page.getByTestId('veil')
  await expect(veil).toHaveCSS('opacity', '1', seconds)
  await shot('night-dark')
  await expect.poll(async () => (await lamps.state('floor-lamp')).on, seconds).toBe(false)
  await page.mouse.click(400, 400)
  await expect(veil).toHaveCount(0)
  await tile(page, 'Bright day').click()
  await expect.poll(async () => (await lamps.state('floor-lamp')).on, seconds).toBe(true)
})

test('or the screen shows the room, and the lamps stay in the first scene', async ({ page, lamps, shot }) => {
  await signIn(page, managerPin)
  await button(page, 'Store').click()
  const night = page.getByTestId('night')
  await night.getByRole('button', { name: 'Stay in the first scene' }).click()
  await night.getByRole('button', { name: 'Shows the room' }).click()
  await button(page, 'Save').click()
  await expect(button(page, 'Save').locator('..')).toContainText('Saved')
  await button(page, 'Close').click()
  await tile(page, 'Good night').click()
  await expect.poll(async () => (await lamps.state('floor-lamp')).on, seconds).toBe(false)
  await expect(page.locator('.page.resting')).toBeVisible(seconds)
  await expect(page.locator('.invitation.closed')).toBeVisible()
  await expect(page.getByTestId('veil')).toHaveCount(0)
  await expect.poll(async () => (await lamps.state('floor-lamp')).on, seconds).toBe(true)
  await shot('night-room')
})

test('the voice speaks as loudly as a manager said', async ({ page }) => {
  // Stands for the system's engine, which the machines of tests lack.
  await page.addInitScript(() => {
    const volumes: number[] = []
    const voice = { lang: 'en-GB', name: 'en', voiceURI: 'en', localService: true, default: true }
    class Utterance {
      voice: object | null = null
      lang = ''
      volume = 1
    }
    const engine = Object.assign(new EventTarget(), {
      getVoices: () => [voice],
      speak: ({ volume }: Utterance) => volumes.push(volume),
      cancel: () => {},
    })
    Object.defineProperties(window, {
      speechSynthesis: { value: engine },
      SpeechSynthesisUtterance: { value: Utterance },
      volumes: { value: volumes },
    })
  })
  await page.reload()
  await page.keyboard.press('Shift')
  await expect(tile(page, 'Bright day')).toBeVisible(seconds)
  const lastVolume = () => page.evaluate(() => (Reflect.get(window, 'volumes') as number[]).at(-1))
  const readAloud = async () => {
    await page.getByRole('button', { name: t('access.title'), exact: true }).click()
    await page.getByRole('switch', { name: t('access.readAloud.title') }).click()
    await page.keyboard.press('Escape')
  }
  await readAloud()
  await expect.poll(lastVolume).toBe(1)
  await signIn(page, managerPin)
  await button(page, 'Store').click()
  await page.getByLabel('Volume of what is read aloud').selectOption('0.25')
  await button(page, 'Save').click()
  await expect(button(page, 'Save').locator('..')).toContainText('Saved')
  await button(page, 'Close').click()
  await tile(page, 'Bright day').click()
  await expect.poll(lastVolume).toBe(0.25)
})
