import type { Page } from '@playwright/test'
import { createWords, languageNames } from '../renderer/locales/words.ts'
import { type Language, languages } from '../src/contract/words.ts'
import { visits } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { speak, tile } from './screen.ts'

// In Chromium only: what the page says is the same in both shells.
test.use(visits)

/** Voices that a system may have: one for each language but Polish, whose only one speaks on somebody's server. */
const voices = languages.map((language) => ({
  lang: {
    en: 'en-GB',
    sv: 'sv-SE',
    de: 'de-DE',
    fr: 'fr-FR',
    es: 'es-ES',
    pl: 'pl-PL',
    'zh-Hans': 'zh-CN',
    ja: 'ja-JP',
    ar: 'ar-SA',
  }[language],
  localService: language !== 'pl',
}))

/** What the engine was given to say or told to stop, in order. */
interface Heard {
  readonly words: string
  readonly lang: string
}

/** Stands for the system's engine, which the machines of tests lack: it has voices and writes down what it shall say. */
async function giveVoices(page: Page): Promise<void> {
  await page.addInitScript((known) => {
    const heard: Heard[] = []
    const told = known.map((voice) => ({ ...voice, name: voice.lang, voiceURI: voice.lang, default: false }))
    class Utterance {
      voice: object | null = null
      lang = ''
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    }
    const engine = Object.assign(new EventTarget(), {
      getVoices: () => told,
      speak: ({ text, lang }: Utterance) => heard.push({ words: text, lang }),
      cancel: () => heard.push({ words: '', lang: 'silence' }),
    })
    Object.defineProperties(window, {
      speechSynthesis: { value: engine },
      SpeechSynthesisUtterance: { value: Utterance },
      heard: { value: heard },
    })
  }, voices)
  await page.reload()
}

const heard = (page: Page): Promise<Heard[]> => page.evaluate(() => Reflect.get(window, 'heard'))
const spoken = async (page: Page) => (await heard(page)).map(({ words, lang }) => `${lang}: ${words}`)
const wordsOf = (language: Language) => createWords(language).global.t

/** Whether the sheet of what helps offers to read aloud; it stays open. */
async function offersVoice(page: Page, language: Language): Promise<boolean> {
  const t = wordsOf(language)
  await page.getByRole('button', { name: t('access.title'), exact: true }).click()
  await expect(page.getByRole('switch', { name: t('access.largerText.title') })).toBeVisible()
  const offered = await page.getByRole('switch', { name: t('access.readAloud.title') }).isVisible()
  expect(await page.getByText(t('access.headphones')).isVisible(), 'the hint comes with the offer').toBe(
    offered,
  )
  return offered
}

test('without a voice nobody is offered to be read to', async ({ page }) => {
  expect(await offersVoice(page, 'en')).toBe(false)
  await page.keyboard.press('Escape')
})

test('what is touched and what happens is said in the language chosen, until the visit is over', async ({
  page,
  shot,
}) => {
  await giveVoices(page)
  await page.keyboard.press('Shift')
  await tile(page, 'Bright day').waitFor()

  for (const language of ['de', 'ja', 'en'] as const) {
    await speak(page, languageNames[language])
    const t = wordsOf(language)
    expect(await offersVoice(page, language)).toBe(true)
    const toggle = page.getByRole('switch', { name: t('access.readAloud.title') })
    await toggle.click()
    const lang = { de: 'de-DE', ja: 'ja-JP', en: 'en-GB' }[language]
    await expect.poll(() => heard(page)).toContainEqual({ words: t('access.readAloud.started'), lang })
    if (language === 'en') await shot('read-aloud')
    await toggle.click()
    // Silence when it is switched off, and nothing that is touched then is said.
    await expect.poll(async () => (await heard(page)).at(-1)?.lang).toBe('silence')
    if (language === 'en') await toggle.click()
    await page.keyboard.press('Escape')
  }

  // A voice on somebody's server is none.
  await speak(page, languageNames.pl)
  expect(await offersVoice(page, 'pl')).toBe(false)
  await page.keyboard.press('Escape')
  await speak(page, languageNames.en)

  await tile(page, 'Bright day').focus()
  await expect.poll(() => spoken(page)).toContainEqual(expect.stringMatching(/^en-GB: Bright day, Off/))
  await tile(page, 'Bright day').click()
  await expect.poll(() => spoken(page)).toContainEqual(expect.stringMatching(/^en-GB: Bright day, On/))

  // The notice is heard; then nobody answers, and all is silent and as it was.
  await expect
    .poll(async () => (await heard(page)).map(({ words }) => words).join(' '), { timeout: 30_000 })
    .toContain(wordsOf('en')('stillHere.story'))
  await expect(page.locator('.page.resting')).toBeVisible({ timeout: 30_000 })
  await expect.poll(async () => (await heard(page)).at(-1)?.lang).toBe('silence')
})
