import { defineStore } from 'pinia'
import { ref } from 'vue'
import { takeEarlyTouches } from '../app/early-touches.ts'
import type { Point } from './picture-touch.ts'

/** Touches on a room that rests which its picture, still on its way, could not answer yet. CSS pixels on the page. */
export const useEarlyTouches = defineStore('early-touches', () => {
  const { places: kept, handedOver, somebody } = takeEarlyTouches()
  const places = ref<readonly Point[]>(kept)

  return {
    places,
    handedOver,
    somebody,
    keep(at: Point): void {
      places.value = [...places.value, at]
    },
    done(): void {
      places.value = []
    },
  }
})
