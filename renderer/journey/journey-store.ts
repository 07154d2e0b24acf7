import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Whether the sheet about data is open. */
export const useJourney = defineStore('journey', () => {
  const isOpen = ref(false)
  return {
    isOpen,
    open: (): void => {
      isOpen.value = true
    },
    close: (): void => {
      isOpen.value = false
    },
  }
})
