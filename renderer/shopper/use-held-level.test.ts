import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { useHeldLevel } from './use-held-level.ts'

describe('a slider under a finger', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const slider = (start: number) => {
    const lamp = ref(start)
    const held = effectScope(true).run(() => useHeldLevel(() => lamp.value))
    if (held === undefined) throw new Error('the scope is not active')
    return { lamp, held }
  }

  it('stays with the finger while the lamp is still on its way', async () => {
    const { lamp, held } = slider(20)
    held.hold(70)
    lamp.value = 40
    await nextTick()
    expect(held.level.value).toBe(70)
  })

  it('follows the lamp again once it has arrived', async () => {
    const { lamp, held } = slider(20)
    held.release(70)
    lamp.value = 70
    await nextTick()
    lamp.value = 30
    await nextTick()
    expect(held.level.value).toBe(30)
  })

  it('tells the truth when the lamp never gets there', () => {
    const { held } = slider(20)
    held.release(70)
    vi.advanceTimersByTime(1499)
    expect(held.level.value).toBe(70)
    vi.advanceTimersByTime(1)
    expect(held.level.value).toBe(20)
  })
})
