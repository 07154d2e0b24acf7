import { createWords } from '../renderer/locales/words.ts'
import { visits } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { tile } from './screen.ts'
import { button, setUp, signIn } from './staff-pages.ts'

// What a manager says of the night and of the voice is what screen, lamps and voice do. The page is the same in both shells.
test.use(visits)
test.describe.configure({ mode: 'serial' })

const managerPin = '482139'
const { t } = createWords('en').global
const seconds = { timeout: 30_000 }

test('a closed store’s screen is dark and its lamps are out, until somebody touches it', async ({
  page,
  lamps,
  shot,
}) => {
  await page.keyboard.press('Control+Alt+KeyS')
  await setUp(page, managerPin)
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
