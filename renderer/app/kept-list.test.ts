import { expect, it } from 'vitest'
import { shallowRef, watchEffect } from 'vue'
import { keptList } from './kept-list.ts'

const source = () => shallowRef<readonly { readonly id: string }[]>([{ id: 'floor-lamp' }, { id: 'blind' }])

it('is the very same list while its elements are', () => {
  const all = source()
  const kept = keptList(() => all.value.filter(({ id }) => id !== 'blind'))
  const first = kept.value
  all.value = [...all.value]
  expect(kept.value).toBe(first)
})

it('is another list once one of them is another, is gone, or has come', () => {
  const all = source()
  const kept = keptList(() => [...all.value])
  const [lamp, blind] = all.value
  if (lamp === undefined || blind === undefined) throw new Error('there are two')
  for (const next of [[{ ...lamp }, blind], [lamp], [lamp, blind], [blind, lamp], []]) {
    const before = kept.value
    all.value = next
    expect(kept.value).not.toBe(before)
    expect(kept.value).toEqual(next)
  }
})

it('tells nobody of what changed elsewhere', () => {
  const all = source()
  const kept = keptList(() => all.value.slice(0, 1))
  let told = 0
  watchEffect(
    () => {
      told += kept.value.length
    },
    { flush: 'sync' },
  )
  all.value = [...all.value.slice(0, 1), { id: 'motion' }]
  expect(told).toBe(1)
  all.value = [{ id: 'floor-lamp' }]
  expect(told).toBe(2)
})
