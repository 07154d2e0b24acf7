import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { FixtureId } from '../../src/contract/ids.ts'

/** The lamp whose colour is being chosen; one at a time, opened from its chip or from the picture. */
export const useDial = defineStore('dial', () => {
  const fixture = ref<FixtureId | null>(null)
  return {
    fixture,
    open: (id: FixtureId): void => {
      fixture.value = id
    },
    close: (): void => {
      fixture.value = null
    },
  }
})
