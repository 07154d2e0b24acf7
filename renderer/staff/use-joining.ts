import { computed, onScopeDispose, ref } from 'vue'
import { useShowroom } from '../app/showroom-store.ts'
import { useStaff } from './staff-store.ts'
import { useDevices } from './use-devices.ts'

/** Zigbee's limit, in seconds. */
const longest = 254

/** The door for new devices: open it, close it, and how long it stays open. */
export function useJoining() {
  const staff = useStaff()
  const showroom = useShowroom()
  const { joining, byId } = useDevices()
  const nowMs = ref(performance.now())
  const ticking = setInterval(() => {
    nowMs.value = performance.now()
  }, 250)
  onScopeDispose(() => clearInterval(ticking))

  const secondsLeft = computed(() => {
    const { untilMs } = joining.value
    if (untilMs === null) return 0
    return Math.max(0, Math.ceil((untilMs - nowMs.value - showroom.clockOffsetMs) / 1000))
  })
  /** The latest first, with what is known of them. */
  const newcomers = computed(() =>
    joining.value.newcomers
      .map((each) => ({ ...each, listed: byId.value.get(each.id) ?? null }))
      .toReversed(),
  )

  /** One after the other: whoever opens and leaves at once has closed. */
  let asking: Promise<unknown> = Promise.resolve()

  function open(): Promise<unknown> {
    asking = asking.then(() =>
      staff.call((client, session) => client.openJoining({ session, seconds: longest })),
    )
    return asking
  }

  function close(): Promise<unknown> {
    asking = asking.then(() => staff.call((client, session) => client.closeJoining({ session })))
    return asking
  }

  return {
    isOpen: computed(() => joining.value.untilMs !== null),
    isStuck: computed(() => joining.value.isStuck),
    secondsLeft,
    newcomers,
    open,
    close,
  }
}
