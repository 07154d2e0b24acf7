import type { Locator, Page } from '@playwright/test'
import { en } from '../renderer/locales/en.ts'
import { createWords, languageNames } from '../renderer/locales/words.ts'
import type { Language } from '../src/contract/words.ts'
import { authoredNames } from './authored-names.ts'
import { visits } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { wish } from './modes.ts'
import { slider, speak, tile } from './screen.ts'
import { touchAt } from './touch.ts'

test.use(visits)

const invitation = (page: Page) => page.getByText('The real one follows.')

/** As a finger does it, on a screen of glass. */
async function touch(page: Page, target: Locator): Promise<void> {
  // In sight, at rest, and nothing over it.
  await target.click({ trial: true })
  const box = await target.boundingBox()
  const at = box === null ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  if (at === null) throw new Error('What is to be touched is not on the screen.')
  await touchAt(page, at)
}

/** Goes on, or back, until something is in focus. */
async function reach(page: Page, target: Locator): Promise<void> {
  const isBehind = (element: Element) =>
    (element.compareDocumentPosition(document.activeElement ?? document.body) &
      Node.DOCUMENT_POSITION_FOLLOWING) !==
    0
  const key = (await target.evaluate(isBehind)) ? 'Shift+Tab' : 'Tab'
  for (let step = 0; step < 90; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error('The keyboard does not lead there.')
}

async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target)
  await page.keyboard.press('Enter')
}

interface Visit {
  readonly use: typeof touch | typeof press
  readonly language: Language
  readonly withinReach?: true
  /** Whether they go without a word. */
  readonly leaves?: true
}
const ways: Readonly<Record<string, Visit>> = {
  touch: { use: touch, language: 'en', leaves: true },
  keyboard: { use: press, language: 'en' },
  'touch in Arabic': { use: touch, language: 'ar' },
  'touch within reach': { use: touch, language: 'en', withinReach: true },
}

for (const [way, { use, language, withinReach = false, leaves = false }] of Object.entries(ways)) {
  test(`a whole visit by ${way}`, async ({ page, lamps, shot, shell }) => {
    const byKeys = use === press
    test.skip(shell === 'electron' && way !== 'touch', 'the page is the same')
    const { t } = createWords(language).global
    const named = (await authoredNames(language)).get
    const [day, lamp, wardrobe] = [named('bright-day'), named('pendant'), named('wardrobe')]
    const pendant = async () => (await lamps.state('pendant')).brightness
    const rail = async () => (await lamps.state('wardrobe-light')).brightness
    const on = async (which: string) => (await lamps.state(which)).on
    const within = (list: string) => page.getByRole('list', { name: list, exact: true })
    const scene = (name: string) => within(t('scenes.list')).getByRole('button', { name, exact: true })
    const light = (name: string) => within(t('fixtures.list')).getByRole('button', { name, exact: true })
    const button = (name: string) => page.getByRole('button', { name, exact: true })

    await page.evaluate(() => Reflect.set(window, 'visited', true))
    await speak(page, languageNames[language])
    if (withinReach) await wish(page, ['withinReach'])

    // A scene, its story, a lamp.
    await use(page, scene(day))
    await expect.poll(pendant).toBeCloseTo(1, 1)
    await expect(page.getByRole('heading', { name: day })).toBeVisible()
    await expect(light(lamp)).toHaveAttribute('aria-pressed', 'true')
    await use(page, light(lamp))
    await expect.poll(() => on('pendant')).toBe(false)
    await use(page, button(t('own.undo')))
    await expect.poll(() => on('pendant')).toBe(true)

    // Dimmer, without any gesture.
    if (byKeys) await reach(page, slider(page, lamp))
    else await use(page, button(t('dial.open', { name: lamp })))
    if (byKeys) for (let i = 0; i < 4; i++) await page.keyboard.press('PageDown')
    else await touch(page, page.getByRole('slider', { name: t('dial.level') }))
    await expect.poll(pendant).toBeLessThan(0.75)
    if (!byKeys) await touch(page, button(t('dial.close')))

    // Their own light, a surprise, and back.
    await use(page, scene(t('own.keep')))
    await use(page, scene(t('own.surprise')))
    await expect(scene(t('own.kept'))).toHaveAttribute('aria-pressed', 'false')
    await use(page, scene(t('own.kept')))
    await expect(scene(t('own.kept'))).toHaveAttribute('aria-pressed', 'true')

    // The other room, where a sensor can be stepped into.
    await use(page, button(wardrobe))
    await expect(light(lamp)).toHaveCount(0)
    await use(page, page.locator('.fixtures .quiet button').first())
    await expect.poll(rail).toBeCloseTo(0.85, 2)

    // What they need of the screen is theirs alone.
    await use(page, button(t('access.title')))
    await use(page, page.getByRole('switch', { name: t('access.highContrast.title') }))
    await expect(page.locator('html')).toHaveAttribute('data-contrast', '')
    await page.keyboard.press('Escape')

    // They leave, and everything returns: by itself, or because they say so.
    if (leaves) {
      await expect(page.getByText(t('stillHere.title'))).toBeVisible({ timeout: 30_000 })
      await shot(`still-here-${way}`)
      // A note over the room, not a wall before it.
      expect((await page.locator('.place > .card').boundingBox())?.height).toBeLessThan(320)
    } else {
      await use(page, button(t('journey.open')))
      await use(page, button(t('journey.forget')))
    }
    await expect(invitation(page)).toBeVisible({ timeout: 30_000 })
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
    await expect.poll(pendant).toBeCloseTo(0.45, 1)
    // The dock waits out of sight, as it will be for whoever comes next.
    await expect(page.getByText(en.own.keep)).toHaveCount(1)
    await expect(page.locator('button', { hasText: en.own.kept })).toHaveCount(0)
    await expect(page.locator('button', { hasText: en.own.undo })).toBeDisabled()
    for (const mode of ['data-contrast', 'data-reach'])
      await expect(page.locator('html')).not.toHaveAttribute(mode)

    // The page of the visit is gone, and with it all that it knew: a new one has taken its place.
    if (leaves) {
      await expect
        .poll(() => page.evaluate(() => Reflect.has(window, 'visited')).catch(() => true))
        .toBe(false)
      await page.locator('.page.resting').waitFor()
    }

    // Nobody is here: the room shows itself, one line invites, and whoever comes is in the room at once.
    await expect(tile(page, 'Bright day')).toBeHidden()
    await shot(`attract-${way}`)
    if (byKeys) await page.keyboard.press('Tab')
    else await touchAt(page, { x: 500, y: 500 })
    await expect(invitation(page)).toBeHidden()
    await expect(tile(page, 'Bright day')).toBeVisible()
  })
}

test('a real sensor does what a touch on it does, and the screen says so', async ({ page, lamps }) => {
  await speak(page, 'English')
  await page.getByRole('button', { name: 'Wardrobe', exact: true }).click()
  // Named for what a touch does: it plays the rule, and ends it while it runs.
  const sensor = page.getByRole('button', { name: / (Play|End): / }).first()
  await expect(sensor).toHaveAccessibleName(/ Play: /)
  await lamps.setOccupied('wardrobe-sensor', true)
  await expect(sensor).toHaveClass(/awake/)
  await expect(sensor).toHaveAccessibleName(/ End: /)
  await expect.poll(async () => (await lamps.state('wardrobe-light')).brightness).toBeCloseTo(0.85, 2)
  await lamps.setOccupied('wardrobe-sensor', false)
})
