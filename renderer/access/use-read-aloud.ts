import { onScopeDispose, shallowRef, watch, watchEffect } from 'vue'
import { useScreenHabits } from '../app/screen-habits.ts'
import { useWords } from '../locales/words.ts'
import { useAccess } from './access-store.ts'
import { controlOf, spokenWords, textOf } from './spoken-words.ts'
import { voiceFor } from './voice-for.ts'

/** What the page tells by itself: it is read after what is being said. */
const news = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"]'
/** A touch changes its lamp, and what is said of it, a little later. */
const afterTouchMs = 600
/** What changes within this time is one piece of news. */
const newsMs = 200

/**
 * Reads aloud by the system's own speech engine, while a shopper wishes it: what has the focus or was touched, and what
 * the page says by itself. Where there is no engine or no voice for the language, nobody is offered it.
 */
export function useReadAloud(): void {
  if (!('speechSynthesis' in window)) return
  const engine = window.speechSynthesis
  const access = useAccess()
  const screen = useScreenHabits()
  const { t, language } = useWords()
  const voices = shallowRef(engine.getVoices())
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  let lastSaid = ''

  const heard = () => {
    voices.value = engine.getVoices()
  }
  engine.addEventListener('voiceschanged', heard)
  watchEffect(() => {
    access.hasVoice = voiceFor(voices.value, language.value) !== null
  })

  function say(words: string, queued = false): void {
    const voice = voiceFor(voices.value, language.value)
    if (voice === null || words === '') return
    if (!queued) engine.cancel()
    const utterance = new SpeechSynthesisUtterance(words)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.volume = screen.habits.volume
    engine.speak(utterance)
    lastSaid = words
  }

  /** Once for many calls that come close together. */
  function soon(what: string, afterMs: number, act: () => void): void {
    clearTimeout(timers.get(what))
    timers.set(what, setTimeout(act, afterMs))
  }

  const states = () => ({ on: t('state.on'), off: t('state.off') })
  function sayControl(control: Element | null): void {
    if (control === null) return
    const dialog = control.closest('dialog')
    const where = dialog !== null && dialog !== said.dialog ? titleOf(dialog) : ''
    said.dialog = dialog
    say([where, spokenWords(control, states())].filter((part) => part !== '').join('. '))
  }
  /** The dialog whose title was said last. */
  const said: { dialog: Element | null } = { dialog: null }

  const focused = (event: FocusEvent) => sayControl(controlOf(event.target))
  const moved = (event: Event) => soon('moved', newsMs, () => sayControl(controlOf(event.target)))
  const touched = (event: Event) =>
    soon('touched', afterTouchMs, () => {
      const control = controlOf(event.target)
      if (control === null || !control.isConnected) return
      const words = spokenWords(control, states())
      if (!lastSaid.endsWith(words)) say(words)
    })
  const changed = new MutationObserver((records) => {
    const regions = new Set<Element>()
    for (const { target } of records) {
      const region = (target instanceof Element ? target : target.parentElement)?.closest(news)
      if (region !== null && region !== undefined) regions.add(region)
    }
    if (regions.size > 0)
      soon('news', newsMs, () => say([...regions].map((one) => textOf(one)).join('. '), true))
  })

  function start(): void {
    document.addEventListener('focusin', focused)
    document.addEventListener('input', moved)
    document.addEventListener('click', touched)
    changed.observe(document.body, { subtree: true, childList: true, characterData: true })
    say(t('access.readAloud.started'))
  }

  function stop(): void {
    document.removeEventListener('focusin', focused)
    document.removeEventListener('input', moved)
    document.removeEventListener('click', touched)
    changed.disconnect()
    for (const timer of timers.values()) clearTimeout(timer)
    engine.cancel()
    // Nothing of what was said is left.
    lastSaid = ''
    said.dialog = null
  }

  watch(
    () => access.readAloud && access.hasVoice,
    (on, before) => {
      if (on) start()
      else if (before === true) stop()
    },
  )
  onScopeDispose(() => {
    stop()
    engine.removeEventListener('voiceschanged', heard)
  })
}

function titleOf(dialog: Element): string {
  const label = dialog.getAttribute('aria-label')
  if (label !== null) return label
  const title = document.getElementById(dialog.getAttribute('aria-labelledby') ?? '')
  return title === null ? '' : textOf(title)
}
