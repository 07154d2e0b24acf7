import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { FixtureId, ProductId, RoomId } from '../../src/contract/ids.ts'
import type { ProductCard } from '../../src/contract/shop.ts'
import { useShowroom } from '../app/showroom-store.ts'

/** What the store sells, and the product whose card is open. */
export const useProducts = defineStore('products', () => {
  const showroom = useShowroom()
  const opened = ref<ProductId | null>(null)
  const opening = ref(0)
  const byId = computed(
    () => new Map((showroom.shop?.products ?? []).map((product) => [product.id, product])),
  )

  return {
    card: computed(() => (opened.value === null ? null : (byId.value.get(opened.value) ?? null))),
    /** Null for what this store does not sell. */
    find: (id: ProductId): ProductCard | null => byId.value.get(id) ?? null,
    at: (room: RoomId, fixture: FixtureId): ProductCard | null =>
      [...byId.value.values()].find(({ at }) =>
        at.some((place) => place.room === room && place.fixture === fixture),
      ) ?? null,
    /** Counts how often a card was opened: one that still slides away when it is asked for again is a new one. */
    opening,
    open: (id: ProductId): void => {
      opened.value = id
      opening.value += 1
    },
    close: (): void => {
      opened.value = null
    },
  }
})
