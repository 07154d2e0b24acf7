import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useShowroom } from '../app/showroom-store.ts'

/** Whether the card to take home is open, and for which scene: the one that runs, or that was played last. */
export const useTakeHome = defineStore('take-home', () => {
  const showroom = useShowroom()
  const isOpen = ref(false)
  const opening = ref(0)
  const scene = computed(() => {
    const last = showroom.room?.arrival?.scene
    return showroom.activeScene ?? showroom.scenes.find(({ id }) => id === last) ?? showroom.scenes[0] ?? null
  })

  return {
    scene,
    list: computed(() => showroom.shop?.lists.find((list) => list.scene === scene.value?.id) ?? null),
    isOpen: computed(() => isOpen.value && scene.value !== null),
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
