import { onScopeDispose, type Ref, ref, watch } from 'vue'
import { useShowroom } from './showroom-store.ts'

/** Whether the showroom has been out of reach for longer than a shopper need not notice. */
export function useAway(noticeMs: number): Readonly<Ref<boolean>> {
  const showroom = useShowroom()
  const away = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    () => showroom.connected,
    (connected) => {
      clearTimeout(timer)
      if (connected) away.value = false
      else {
        timer = setTimeout(() => {
          away.value = true
        }, noticeMs)
      }
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return away
}
