import type { Language } from '../../src/contract/words.ts'

/** Typefaces of scripts that the page's own has not; their styles are fetched when somebody needs them. */
const scripts: Partial<
  Record<Language, { readonly family: string; readonly styles: () => Promise<unknown> }>
> = {
  'zh-Hans': {
    family: 'Noto Sans SC Variable',
    styles: () => import('@fontsource-variable/noto-sans-sc/wght.css'),
  },
  ja: {
    family: 'Noto Sans JP Variable',
    styles: () => import('@fontsource-variable/noto-sans-jp/wght.css'),
  },
  ar: {
    family: 'Noto Sans Arabic Variable',
    styles: () => import('@fontsource-variable/noto-sans-arabic/wght.css'),
  },
}

/** A typeface that does not come is not waited for any longer: the system's has to do. */
const patienceMs = 1500

/**
 * Fetches the parts of a language's typeface that hold these words, so that they never appear in another one first.
 * Resolves when they are there, or when it has taken too long.
 */
export async function fetchFont(language: Language, words: string): Promise<void> {
  const script = scripts[language]
  if (script === undefined) return
  const fetched = script.styles().then(() => document.fonts.load(`1rem "${script.family}"`, words))
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs))
  await Promise.race([fetched, late]).catch(() => {
    // As above: words in another typeface are better than none.
  })
}
