import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Whose visit it is: whatever a shopper left on the page is watched for a new number, and returns with it. */
export const useVisit = defineStore('visit', () => {
  const number = ref(1)
  return {
    number,
    next: (): void => {
      number.value += 1
    },
  }
})
