import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Whether the sheet about data is open. */
export const useJourney = defineStore('journey', () => {
  const isOpen = ref(false)
  const opening = ref(0)
  return {
    isOpen,
    /** Counts how often it was opened: one that still slides away when it is asked for again is a new one. */
    opening,
    open: (): void => {
      isOpen.value = true
      opening.value += 1
    },
    close: (): void => {
      isOpen.value = false
    },
  }
})
