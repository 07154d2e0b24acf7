import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type EffectScope, effectScope, nextTick, ref } from 'vue'
import { useFreshPage } from './use-fresh-page.ts'

describe('a page that nobody uses any more', () => {
  const isEmpty = ref(false)
  let done: string[]
  let page: EventTarget
  let scope: EffectScope

  beforeEach(() => {
    vi.useFakeTimers()
    done = []
    isEmpty.value = false
    page = Object.assign(new EventTarget(), {
      location: { reload: () => done.push('load') },
      stop: () => done.push('stop'),
    })
    vi.stubGlobal('window', page)
    vi.stubGlobal('PointerEvent', class {})
    scope = effectScope()
    scope.run(() => useFreshPage(true, () => isEmpty.value))
  })
  afterEach(() => {
    scope.stop()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  const touch = () => page.dispatchEvent(new Event('keydown'))
  async function empty(is: boolean): Promise<void> {
    isEmpty.value = is
    await nextTick()
  }

  it('is loaded anew five seconds after they have gone', async () => {
    await empty(true)
    vi.advanceTimersByTime(4999)
    expect(done).toEqual([])
    vi.advanceTimersByTime(1)
    expect(done).toEqual(['load'])
  })

  it('stays for whoever touches it before, or while it is being loaded', async () => {
    await empty(true)
    vi.advanceTimersByTime(4000)
    touch()
    vi.advanceTimersByTime(4000)
    expect(done).toEqual([])
    vi.advanceTimersByTime(1000)
    touch()
    expect(done).toEqual(['load', 'stop'])
  })

  it('stays when it is heard only while it is being loaded that somebody is here', async () => {
    await empty(true)
    touch()
    vi.advanceTimersByTime(5000)
    await empty(false)
    expect(done).toEqual(['load', 'stop'])
    touch()
    vi.advanceTimersByTime(60_000)
    expect(done).toEqual(['load', 'stop'])
  })
})
