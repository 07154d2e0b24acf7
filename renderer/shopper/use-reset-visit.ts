import { useShowroom } from '../app/showroom-store.ts'
import { useWords } from '../locales/words.ts'
import { useDaylight, usualHour } from './daylight-store.ts'
import { useDial } from './dial-store.ts'

/** The one way back to how the kiosk met this shopper; the next one finds nothing of the visit. */
export function useResetVisit() {
  const showroom = useShowroom()
  const dial = useDial()
  const daylight = useDaylight()
  const { language } = useWords()

  function resetVisit(): void {
    language.value = 'en'
    showroom.chosenRoom = null
    dial.close()
    daylight.hour = usualHour
    const [first] = showroom.scenes
    if (first !== undefined) showroom.ask({ kind: 'play-scene', scene: first.id })
  }

  return { resetVisit }
}
