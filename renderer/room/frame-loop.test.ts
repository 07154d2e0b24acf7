import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { FrameLoop, type Sequel } from './frame-loop.ts'

/** A display whose frames come when the test says so. */
function display() {
  const asked = new Map<number, () => void>()
  let id = 0
  return {
    now: () => Date.now(),
    requestFrame: (draw: () => void) => {
      asked.set(++id, draw)
      return id
    },
    cancelFrame: (request: number) => void asked.delete(request),
    frame: () => {
      const draws = [...asked.values()]
      asked.clear()
      for (const draw of draws) draw()
    },
    waiting: () => asked.size,
  }
}

describe('frames', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function start(leastMs = 0) {
    const host = display()
    const drawn: string[] = []
    const sequels: Sequel[] = []
    const tasks = {
      draw: (): Sequel => {
        drawn.push('draw')
        return sequels.shift() ?? 'rest'
      },
      refine: (step: number) => {
        drawn.push(`still ${step}`)
        return step < 2
      },
    }
    return { host, drawn, sequels, loop: new FrameLoop(tasks, host, leastMs) }
  }

  /** Lets everything run that wants to. */
  function settle(host: ReturnType<typeof display>): void {
    for (let i = 0; i < 20; i++) {
      host.frame()
      vi.advanceTimersByTime(1000)
    }
  }

  test('none is drawn before something changes, and none once the still is as good as it gets', () => {
    const { host, drawn, loop } = start()
    settle(host)
    expect(drawn).toEqual([])
    loop.changed()
    settle(host)
    expect(drawn).toEqual(['draw', 'still 0', 'still 1', 'still 2'])
    expect(host.waiting()).toBe(0)
    expect(loop.isStill).toBe(true)
    loop.changed()
    expect(loop.isStill).toBe(false)
  })

  test('many changes before a frame are one frame', () => {
    const { host, drawn, loop } = start()
    for (let i = 0; i < 5; i++) loop.changed()
    host.frame()
    expect(drawn).toEqual(['draw'])
  })

  test('a movement runs until it rests', () => {
    const { host, drawn, sequels, loop } = start()
    sequels.push('next', 'next', 'rest')
    loop.changed()
    for (let i = 0; i < 5; i++) host.frame()
    expect(drawn).toEqual(['draw', 'draw', 'draw'])
  })

  test('a movement has no more frames than it may, and the first one comes at once', () => {
    const { host, drawn, sequels, loop } = start(500)
    sequels.push(...Array.from({ length: 100 }, (): Sequel => 'next'))
    loop.changed()
    for (let ms = 0; ms <= 2000; ms += 10) {
      host.frame()
      // Neither what goes on by itself nor what is told meanwhile is drawn any sooner.
      if (ms % 70 === 0) loop.changed()
      vi.advanceTimersByTime(10)
    }
    expect(drawn.length).toBe(5)
    loop.stop()
  })

  test('a still grows finer no quicker than frames may come', () => {
    const { host, drawn, loop } = start(500)
    loop.changed()
    for (let ms = 0; ms < 1200; ms += 10) {
      host.frame()
      vi.advanceTimersByTime(10)
    }
    expect(drawn).toEqual(['draw', 'still 0', 'still 1'])
    expect(loop.isStill).toBe(false)
    settle(host)
    expect(loop.isStill).toBe(true)
  })

  test('a fading small light is drawn now and then', () => {
    const { host, drawn, sequels, loop } = start()
    sequels.push('soon')
    loop.changed()
    host.frame()
    expect(host.waiting()).toBe(0)
    vi.advanceTimersByTime(60)
    host.frame()
    expect(drawn).toEqual(['draw', 'draw'])
  })

  test('a change breaks a still off, which then begins anew', () => {
    const { host, drawn, loop } = start()
    loop.changed()
    host.frame()
    vi.advanceTimersByTime(1000)
    host.frame()
    loop.changed()
    settle(host)
    expect(drawn).toEqual(['draw', 'still 0', 'draw', 'still 0', 'still 1', 'still 2'])
  })

  test('nothing is drawn while stopped, and all of it after', () => {
    const { host, drawn, loop } = start()
    loop.changed()
    loop.stop()
    loop.changed()
    settle(host)
    expect(drawn).toEqual([])
    loop.start()
    settle(host)
    expect(drawn).toContain('still 2')
  })
})
