import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

/** What one shopper needs of the screen. Nothing of it outlives the visit. */
export const useAccess = defineStore('access', () => {
  const largerText = ref(false)
  const highContrast = ref(false)
  const lessMotion = ref(false)
  /** All controls in the lowest third of the screen. */
  const withinReach = ref(false)
  const readAloud = ref(false)
  /** Whether the machine can read the language chosen aloud. */
  const hasVoice = ref(false)
  /** What the machine is set to; a shopper can ask for less motion than that, not for more. */
  const machineLikesStill = ref(false)

  return {
    largerText,
    highContrast,
    lessMotion,
    withinReach,
    readAloud,
    hasVoice,
    machineLikesStill,
    still: computed(() => lessMotion.value || machineLikesStill.value),
    reset(): void {
      for (const wish of [largerText, highContrast, lessMotion, withinReach, readAloud]) wish.value = false
    },
  }
})
