import { defineStore } from 'pinia'
import { ref } from 'vue'

/** When the picture begins and whereto it returns: dusk, when lamps and window both have their say. */
export const usualHour = 19

/** What the window shows while the store is closed. */
export const nightHour = 23

/** The time of day outside the picture's window, on a clock of its own; hours, 0..24. */
export const useDaylight = defineStore('daylight', () => {
  const hour = ref(usualHour)
  /** Whether there is a picture that shows it; a photograph was taken at its own hour. */
  const seen = ref(true)
  return { hour, seen }
})
