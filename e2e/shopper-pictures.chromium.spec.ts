import type { Locator } from '@playwright/test'
import { languageNames, messages } from '../renderer/locales/words.ts'
import { type Language, languages } from '../src/contract/words.ts'
import { landscape, portrait, type Size } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import type { Wish } from './modes.ts'
import { seriousFindings, speak } from './screen.ts'

// Every screen of a shopper's, in the languages and shapes that are asked for: for people to look at, in screenshots/. It
// takes a quarter of an hour for all of them, so it runs when it is asked for only.
const asked = process.env.SHOWROOM_SHOPPER_PICTURES ?? ''
test.skip(
  asked === '',
  'SHOWROOM_SHOPPER_PICTURES=fr,ar:portrait,small takes them; SHOWROOM_PICTURE_SCALE=1 as large as they are',
)
test.use({ environment: { SHOWROOM_IDLE_SECONDS: '0' } })
test.setTimeout(3_000_000)

const shapes: Readonly<Record<string, Size>> = {
  portrait,
  landscape,
  small: { width: 1280, height: 800 },
  uhd: { width: 3840, height: 2160 },
  uhdPortrait: { width: 2160, height: 3840 },
}
const [tags = '', forms = 'portrait,landscape'] = asked.split(':')
const chosen = tags === 'all' ? languages : languages.filter((language) => tags.split(',').includes(language))

test('every shopper screen', async ({ page, kiosk, shot }) => {
  const findings: string[] = []
  for (const form of forms.split(',')) {
    const size = shapes[form]
    if (size === undefined) throw new Error(`no such shape: ${form}`)
    await kiosk.resize(size)
    for (const language of chosen) {
      await speak(page, languageNames[language])
      await screens(language, async (name) => {
        await shot(`shopper/${name}-${language}-${form}`)
        findings.push(...(await seriousFindings(page)).map((each) => `${name}-${language}-${form}: ${each}`))
      })
    }
  }
  await speak(page, 'English')
  await kiosk.resize(portrait)
  expect(findings).toEqual([])

  async function screens(language: Language, take: (name: string) => Promise<void>) {
    const words = messages[language]
    const scenes = page.locator('.scenes button')
    const chips = page.locator('.fixtures .chip')
    const globe = page.locator('button[popovertarget]', { has: page.locator('[lang]') })
    const named = (name: string | undefined) =>
      page.getByRole('button', { name: name ?? '', exact: true }).first()
    const close = async () => {
      await page.keyboard.press('Escape')
      await expect(page.locator('dialog[open], [popover]:popover-open')).toHaveCount(0)
    }
    /** Opens one after the other, takes the picture, and is in the room again. */
    const open = async (name: string, ...buttons: readonly Locator[]) => {
      for (const button of buttons) await button.click()
      await take(name)
      await close()
    }
    const wish = async (names: readonly Wish[], is: boolean) => {
      await named(words.access?.title).click()
      for (const name of names) {
        const toggle = page.getByRole('switch', { name: words.access?.[name]?.title ?? '' })
        if (((await toggle.getAttribute('aria-checked')) === 'true') !== is) await toggle.click()
      }
      await close()
    }
    const sheetEnd = () =>
      page.locator('dialog[open] .body, dialog[open]').evaluateAll((all) => {
        for (const each of all) each.scrollTo(0, each.scrollHeight)
      })

    const daylit = scenes.nth(2)
    await daylit.click()
    await expect(daylit).toHaveAttribute('aria-pressed', 'true')
    await expect(page.locator('html')).toHaveAttribute('data-tone', 'light')
    await take('1-room')
    await open('2-languages', globe)
    await open('3-access', named(words.access?.title))
    const dial = chips
      .filter({ has: page.locator('.aside') })
      .nth(1)
      .locator('.aside button')
    await open('4-dial', dial)
    await open('5-dial-colour', dial, named(words.dial?.colour))
    await open('6-product', dial, page.locator('dialog[open] header button').first())
    await open('7-take-home', named(words.takeHome?.open))
    await open('8-journey', named(words.journey?.open))
    await named(words.journey?.open).click()
    await sheetEnd()
    await take('9-journey-end')
    await close()
    await chips.nth(1).locator('.toggle').click()
    await take('10-own-light')
    await wish(['withinReach'], true)
    await take('11-reach')
    await open('12-reach-access', named(words.access?.title))
    await open('13-reach-dial', dial)
    await wish(['largerText', 'highContrast'], true)
    await take('14-easier')
    await open('15-easier-languages', globe)
    await open('16-easier-access', named(words.access?.title))
    await open('17-easier-dial', dial)
    await open('18-easier-take-home', named(words.takeHome?.open))
    await wish(['largerText', 'highContrast', 'withinReach'], false)
    const rooms = page.locator('fieldset button[aria-pressed]')
    const enter = async (room: Locator) => {
      await room.click()
      await expect(room).toHaveAttribute('aria-pressed', 'true')
    }
    await enter(rooms.nth(1))
    const rule = page.locator('.fixtures button.quiet').first()
    await rule.click()
    await expect(page.locator('.headline .cause')).toBeVisible()
    await take('19-rule')
    await rule.click()
    await expect(page.locator('.headline .cause')).toHaveCount(0)
    await enter(rooms.first())
    await scenes.last().click()
    await expect(scenes.last()).toHaveAttribute('aria-pressed', 'true')
    await take('20-last-scene')
  }
})
