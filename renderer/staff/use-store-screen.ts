import { watch } from 'vue'
import { useLanguage } from '../access/use-language.ts'
import { useScreenHabits } from '../app/screen-habits.ts'
import type { PageSettings } from '../app/settings.ts'
import { useShowroom } from '../app/showroom-store.ts'
import { firstLanguage } from '../locales/words.ts'
import { useStaff } from './staff-store.ts'

/**
 * Takes over what staff have said of the screen, whenever the showroom is there anew and when they say otherwise. What
 * stands in the page's address is left alone, and so is the language that somebody has chosen.
 */
export function useStoreScreen(settings: PageSettings): void {
  const showroom = useShowroom()
  const staff = useStaff()
  const habits = useScreenHabits()
  const { language, choose } = useLanguage()
  const isGiven = new URLSearchParams(window.location.search).has('screenInches')
  let asStoreSpeaks = language.value

  async function take(): Promise<void> {
    const status = await showroom.client?.staff.status().catch(() => null)
    if (status === null || status === undefined) {
      // Rather invited in another language than not at all.
      if (showroom.client !== null) habits.own ??= firstLanguage
      return
    }
    if (!isGiven) settings.screenInches = status.screen.inches
    habits.habits = status.habits
    if (language.value === asStoreSpeaks) await choose(status.language)
    asStoreSpeaks = status.language
    habits.own = status.language
  }

  watch([() => showroom.lines, () => staff.state?.store], () => void take(), { immediate: true })
}
