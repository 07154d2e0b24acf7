import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchLife } from './page-life.ts'

/** A page that answers while it is alive, as far as the watch looks at it. */
class TestPage extends EventEmitter {
  alive = true
  crashed = false
  destroyed = false
  asked = 0
  readonly mainFrame = {
    executeJavaScript: () => {
      this.asked += 1
      return this.alive ? Promise.resolve(0) : new Promise<never>(() => {})
    },
  }
  isCrashed = () => this.crashed
  isDestroyed = () => this.destroyed
}

let page: TestPage
const hangs = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  hangs.mockClear()
  page = new TestPage()
  watchLife(page as never, hangs)
})
afterEach(() => {
  vi.useRealTimers()
})

test('a page that answers is left alone, however long', async () => {
  await vi.advanceTimersByTimeAsync(60_000)
  expect(page.asked).toBeGreaterThan(20)
  expect(hangs).not.toHaveBeenCalled()
})

test('one that hangs is told within some twenty seconds, and once', async () => {
  await vi.advanceTimersByTimeAsync(4_000)
  page.alive = false
  await vi.advanceTimersByTimeAsync(18_000)
  expect(hangs).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(hangs).toHaveBeenCalledTimes(1)
})

test('one that is slow, replaced or crashed does not hang', async () => {
  page.alive = false
  await vi.advanceTimersByTimeAsync(18_000)
  page.emit('did-navigate')
  await vi.advanceTimersByTimeAsync(18_000)
  page.crashed = true
  await vi.advanceTimersByTimeAsync(30_000)
  page.destroyed = true
  await vi.advanceTimersByTimeAsync(30_000)
  expect(hangs).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})
