import { ref } from 'vue'

/** One thing is done at a time: a second touch while the first is being answered is the same touch. */
export function useOneAtATime() {
  const isBusy = ref(false)

  /** `task`, which does nothing and answers null while another one of these is under way. */
  function alone<Given extends readonly unknown[], Answer>(task: (...given: Given) => Promise<Answer>) {
    return async (...given: Given): Promise<Answer | null> => {
      if (isBusy.value) return null
      isBusy.value = true
      try {
        return await task(...given)
      } finally {
        isBusy.value = false
      }
    }
  }

  return { isBusy, alone }
}
