import { useAccess } from '../access/access-store.ts'
import { useScreenHabits } from '../app/screen-habits.ts'
import { useShowroom } from '../app/showroom-store.ts'
import { firstLanguage, useWords } from '../locales/words.ts'
import { useDaylight, usualHour } from './daylight-store.ts'
import { useDial } from './dial-store.ts'
import { useVisit } from './visit-store.ts'

/** The one way back to how the kiosk met this shopper; the next one finds nothing of the visit. */
export function useResetVisit() {
  const showroom = useShowroom()
  const screen = useScreenHabits()
  const dial = useDial()
  const daylight = useDaylight()
  const visit = useVisit()
  const access = useAccess()
  const { language } = useWords()

  /** Whatever the visit left on this page. Who keeps more of it watches for the visit's number. */
  function resetPage(): void {
    language.value = screen.own ?? firstLanguage
    access.reset()
    showroom.chosenRoom = null
    dial.close()
    daylight.hour = usualHour
    visit.next()
  }

  /** The same, and the lamps with it: at once, and seen. */
  function resetVisit(): void {
    resetPage()
    showroom.ask({ kind: 'end-visit' })
  }

  return { resetPage, resetVisit }
}
