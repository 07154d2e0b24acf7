import { computed, onScopeDispose, ref, watch } from 'vue'

/** The longest a lamp may take to answer; by then the picture counts again, not the finger. */
const settleMs = 1500

/**
 * What a slider shows: where the finger is while it moves, and after it has let go until the lamp has got
 * there, so that the thumb does not jump back and forth.
 */
export function useHeldLevel(actual: () => number) {
  const held = ref<number | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  const letGo = () => {
    clearTimeout(timer)
    timer = undefined
    held.value = null
  }

  watch(actual, (level) => {
    if (timer !== undefined && level === held.value) letGo()
  })
  onScopeDispose(letGo)

  return {
    level: computed(() => held.value ?? actual()),
    hold(level: number): void {
      clearTimeout(timer)
      timer = undefined
      held.value = level
    },
    release(level: number): void {
      clearTimeout(timer)
      held.value = level
      timer = setTimeout(letGo, settleMs)
    },
  }
}
