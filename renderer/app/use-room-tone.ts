import { computed, onScopeDispose, watch } from 'vue'
import { useDaylight } from '../shopper/daylight-store.ts'
import { type RoomTone, roomTone } from '../shopper/room-tone.ts'
import { useShowroom } from './showroom-store.ts'

/** So long a room has been dark or light before the page follows: a lamp that fades tells of where it passes by. */
const steadyMs = 1500

/** Makes the page as dark as the room: `data-tone` says so, and `data-turning` while its colours fade. */
export function useRoomTone(): void {
  const showroom = useShowroom()
  const daylight = useDaylight()
  const root = document.documentElement
  let tone: RoomTone = 'light'
  root.dataset.tone = tone
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(timer))

  async function turn(to: RoomTone): Promise<void> {
    tone = to
    root.dataset.turning = ''
    root.dataset.tone = to
    await Promise.allSettled(root.getAnimations().map(({ finished }) => finished))
    // Turned again meanwhile: then that turn ends it.
    if (root.getAnimations().length === 0) delete root.dataset.turning
  }

  const wanted = computed(() => roomTone(showroom.fixtures, daylight.hour, tone))
  watch(
    wanted,
    (to) => {
      clearTimeout(timer)
      if (to !== tone) timer = setTimeout(() => void turn(to), steadyMs)
    },
    { immediate: true },
  )
}
