import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { changedStore, isSame } from '../../src/contract/staff/store-change.ts'
import { type StoreSettings, usualStore } from '../../src/contract/staff/store-settings.ts'
import { useStaff } from './staff-store.ts'

/**
 * What a manager has filled in about the store. It stays until it is saved or discarded: while they look at another page,
 * when their session ends, and when somebody else saves something else meanwhile.
 */
export const useStoreDraft = defineStore('store-draft', () => {
  const staff = useStaff()
  /** What the store was when it was shown last; null while nobody has signed in. */
  const shown = shallowRef<StoreSettings | null>(null)
  const wanted = ref<StoreSettings>(structuredClone(usualStore))
  const isChanged = computed(() => shown.value !== null && !isSame(shown.value, wanted.value))
  /** Changes when what was filled in is gone. */
  const round = ref(0)

  function refresh(now: StoreSettings): void {
    wanted.value = structuredClone(shown.value === null ? now : changedStore(shown.value, plain(), now))
    shown.value = now
  }

  function discard(): void {
    if (shown.value !== null) wanted.value = structuredClone(shown.value)
    round.value += 1
  }

  async function save(): Promise<boolean> {
    const [before, store] = [shown.value, plain()]
    if (before === null) return false
    const done = await staff.call((client, session) => client.saveStore({ session, before, store }))
    if (done === null) return false
    // What the store is by now may have come already, or comes in a moment.
    const now = shown.value
    shown.value = store
    if (now !== null && now !== before) refresh(now)
    return true
  }

  function plain(): StoreSettings {
    return JSON.parse(JSON.stringify(wanted.value))
  }

  watch(
    () => staff.state?.store,
    (now) => {
      if (now !== undefined) refresh(now)
    },
    { immediate: true },
  )

  return { wanted, isChanged, round, discard, save }
})
