import { expect, it } from 'vitest'
import { nextTick, ref, shallowRef } from 'vue'
import { roomId, sceneId } from '../../src/contract/ids.ts'
import type { StaffScene } from '../../src/contract/staff/staff-scene.ts'
import { useArrangement } from './use-arrangement.ts'

const scene = (id: string, hidden = false) => ({ id: sceneId.parse(id), hidden }) as StaffScene
const names = (scenes: readonly StaffScene[]) =>
  scenes.map(({ id, hidden }) => (hidden ? `(${id})` : id)).join(' ')

it('builds each touch on the one before, though the service has not said yet that it took that', async () => {
  const told = shallowRef<readonly StaffScene[]>([scene('a'), scene('b')])
  const saved: string[] = []
  const { scenes, arrange } = useArrangement(ref(roomId.parse('den')), told, async (_, order, hidden) => {
    saved.push(`${order.join(' ')} hides ${hidden.join(' ')}`)
    return true
  })
  void arrange(scenes.value.map((each) => (each.id === 'a' ? { ...each, hidden: true } : each)))
  await arrange([...scenes.value].reverse())
  expect(saved).toEqual(['a b hides a', 'b a hides a'])
  expect(names(scenes.value)).toBe('b (a)')
  told.value = [scene('b'), scene('a', true), scene('c')]
  await nextTick()
  expect(names(scenes.value)).toBe('b (a) c')
})

it('shows what is so when it could not be saved', async () => {
  const told = shallowRef<readonly StaffScene[]>([scene('a'), scene('b')])
  const { scenes, arrange } = useArrangement(ref(roomId.parse('den')), told, async () => false)
  await arrange([scene('b'), scene('a')])
  expect(names(scenes.value)).toBe('a b')
})
