import { watch } from 'vue'
import { useDaylight } from '../shopper/daylight-store.ts'
import { type RoomTone, roomTone } from '../shopper/room-tone.ts'
import { useShowroom } from './showroom-store.ts'

/** Makes the page as dark as the room: `data-tone` says so, and `data-turning` while its colours fade. */
export function useRoomTone(): void {
  const showroom = useShowroom()
  const daylight = useDaylight()
  const root = document.documentElement
  let tone: RoomTone = 'light'
  root.dataset.tone = tone

  async function turn(): Promise<void> {
    root.dataset.turning = ''
    root.dataset.tone = tone
    await Promise.allSettled(root.getAnimations().map(({ finished }) => finished))
    // Turned again meanwhile: then that turn ends it.
    if (root.getAnimations().length === 0) delete root.dataset.turning
  }

  watch(
    () => roomTone(showroom.fixtures, daylight.hour, tone),
    (next) => {
      if (next === tone) return
      tone = next
      void turn()
    },
    { immediate: true },
  )
}
