import { AsyncLocalStorage } from 'node:async_hooks'
import type { Controller } from 'zigbee-herdsman'
import { Queue } from 'zigbee-herdsman/dist/utils/queue.js'

const ours = new AsyncLocalStorage<true>()

/** So many frames of herdsman's own are under way at once: interviews of devices that join, answers to sensors. */
const guestsAtOnce = 3

/** Marks what `send` does as decided by our scheduler. */
export function asOurs<T>(send: () => Promise<T>): Promise<T> {
  return ours.run(true, send)
}

/** herdsman's queue as its adapters use it: a job of a `key` waits for the one before. */
export interface FrameQueue {
  execute<T>(job: () => Promise<T>, key?: string | number): Promise<T>
  clear(): void
  count(): number
}

/**
 * In place of herdsman's queue, which sends first what came first, sixteen at once: there a touch would wait behind
 * the interviews of all lamps that join. What our scheduler has let through goes at once, what herdsman wants by
 * itself a few at a time.
 */
export function queueForGuests(): FrameQueue {
  const guests = new Queue(guestsAtOnce)
  return {
    execute: (job, key) => (ours.getStore() === true ? job() : guests.execute(job, key)),
    clear: () => guests.clear(),
    count: () => guests.count(),
  }
}

/** Adapters of other families have queues of their own making, and keep them. */
export function replaceQueue(controller: Controller): void {
  const adapter: unknown = Reflect.get(controller, 'adapter')
  if (typeof adapter !== 'object' || adapter === null) return
  if (Reflect.get(adapter, 'queue') instanceof Queue) Reflect.set(adapter, 'queue', queueForGuests())
}
