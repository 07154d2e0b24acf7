import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { type ScreenHabits, usualHabits } from '../../src/contract/staff/store-habits.ts'
import { type Language, languages } from '../../src/contract/words.ts'

/** How this screen shall behave, as the store's manager wants it. */
export const useScreenHabits = defineStore('screen-habits', () => {
  const habits = shallowRef<ScreenHabits>(usualHabits)
  /** What the screen speaks until somebody chooses: whoever chose another one finds back. `null` until the store has said. */
  const own = shallowRef<Language | null>(null)
  return {
    habits,
    own,
    /** What shoppers may choose among. */
    languages: computed(() =>
      languages.filter((tag) => tag === own.value || habits.value.languages.includes(tag)),
    ),
  }
})
