import { type ComputedRef, computed } from 'vue'

/**
 * A computed list that stays the very same one while its elements do: every word of the showroom replaces the snapshot,
 * and who shows a list of it is drawn anew only when that list changed.
 */
export function keptList<T>(make: () => readonly T[]): ComputedRef<readonly T[]> {
  return computed<readonly T[]>((before) => {
    const list = make()
    return before !== undefined && haveSameElements(before, list) ? before : list
  })
}

function haveSameElements(before: readonly unknown[], list: readonly unknown[]): boolean {
  return before.length === list.length && list.every((element, index) => element === before[index])
}
