import { decodeTakeHome, NewerCodeError } from '../take-home/take-home-code.ts'
import type { TakeHome } from '../take-home/take-home-list.ts'
import type { KnownWords } from './known-words.ts'
import { languageFor, wordsIn } from './page-words.ts'
import { renderList, renderSorry } from './render-list.ts'

/** Put there by the build (scripts/take-home.ts). */
declare const knownWords: KnownWords

/** The page that a phone opens: everything it shows stands behind the "#" of its address. */
function show(): void {
  const list = readList(window.location.hash.slice(1))
  const language = languageFor(navigator.languages, typeof list === 'string' ? 'en' : list.language)
  const words = wordsIn(language)
  document.documentElement.lang = language
  document.documentElement.dir = /^(ar|he|fa|ur)\b/.test(language) ? 'rtl' : 'ltr'
  const content =
    list === 'garbled'
      ? renderSorry(words.garbled, words.garbledStory)
      : list === 'newer'
        ? renderSorry(words.newer, words.newerStory)
        : renderList(list, { language, today: today() }, knownWords)
  document.title = content.querySelector('h1')?.textContent ?? words.title
  document.body.replaceChildren(content)
}

/** Whatever stands there: people paste, apps cut, and some try things. */
function readList(fragment: string): TakeHome | 'garbled' | 'newer' {
  try {
    return decodeTakeHome(fragment)
  } catch (error) {
    return error instanceof NewerCodeError ? 'newer' : 'garbled'
  }
}

function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

window.addEventListener('hashchange', show)
show()
