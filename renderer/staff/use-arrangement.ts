import { computed, type Ref, shallowRef, watch } from 'vue'
import type { RoomId, SceneId } from '../../src/contract/ids.ts'
import type { StaffScene } from '../../src/contract/staff/staff-scene.ts'

/** Saves an arrangement; false when that did not work. */
export type SaveArrangement = (room: RoomId, order: SceneId[], hidden: SceneId[]) => Promise<boolean>

/**
 * A room's tiles as staff have arranged them: each touch builds on the one before, also before the service has said
 * that it took that one.
 */
export function useArrangement(
  room: Ref<RoomId | null>,
  told: Ref<readonly StaffScene[]>,
  save: SaveArrangement,
) {
  const asked = shallowRef<readonly StaffScene[] | null>(null)
  let saving: Promise<unknown> = Promise.resolve()
  let under = 0
  let isTold = false

  watch(told, () => {
    isTold = true
    if (under === 0) asked.value = null
  })
  watch(room, () => {
    asked.value = null
  })

  function arrange(order: readonly StaffScene[]): Promise<unknown> {
    const at = room.value
    if (at === null) return saving
    asked.value = order
    isTold = false
    under += 1
    const hidden = order.filter((scene) => scene.hidden).map(({ id }) => id)
    saving = saving.then(async () => {
      const isDone = await save(
        at,
        order.map(({ id }) => id),
        hidden,
      )
      under -= 1
      if (!isDone || (under === 0 && isTold)) asked.value = null
    })
    return saving
  }

  return { scenes: computed(() => asked.value ?? told.value), arrange }
}
