import { implement, withEventMeta } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import type { ShowroomEvent } from '../contract/showroom-state.ts'
import type { NumberedChange } from '../showroom/change-log.ts'
import type { Clock } from '../showroom/clock.ts'
import type { Showroom } from '../showroom/showroom.ts'
import type { StaffDesk } from '../showroom/staff/staff-desk.ts'
import { createStaffRouter } from './staff/staff-router.ts'

/** A follower that lags this far behind gets a new snapshot instead of what it missed. */
const longestQueue = 500

/** The contract, answered by a showroom and its staff's desk. */
export function createRouter(showroom: Showroom, clock: Clock, desk: StaffDesk) {
  const procedures = implement(contract)
  return procedures.router({
    send: procedures.send.handler(({ input, errors }) => {
      switch (showroom.handle(input)) {
        case 'accepted':
          return { accepted: true as const }
        case 'unknown-target':
          throw errors.UNKNOWN_TARGET()
        case 'not-capable':
          throw errors.NOT_CAPABLE()
      }
    }),
    follow: procedures.follow.handler(({ lastEventId, signal }) =>
      follow(showroom, clock, lastEventId ?? null, signal),
    ),
    staff: createStaffRouter(desk),
  })
}

export type ShowroomRouter = ReturnType<typeof createRouter>

async function* follow(
  showroom: Showroom,
  clock: Clock,
  since: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<ShowroomEvent, void, void> {
  let queue: NumberedChange[] = []
  let wake: () => void = () => {}
  const unlisten = showroom.changes.listen((entry) => {
    queue.push(entry)
    wake()
  })
  const onAbort = () => wake()
  signal?.addEventListener('abort', onAbort)
  const snapshot = (): ShowroomEvent =>
    withEventMeta(
      { kind: 'snapshot', nowMs: clock.now(), snapshot: showroom.snapshot() },
      { id: showroom.changes.latestId() },
    )
  try {
    const missed = since === null ? null : showroom.changes.since(since)
    if (missed === null) yield snapshot()
    else queue.unshift(...missed)
    while (signal?.aborted !== true) {
      if (queue.length > longestQueue) {
        queue = []
        yield snapshot()
      }
      const next = queue.shift()
      if (next !== undefined) {
        yield withEventMeta({ kind: 'change', nowMs: clock.now(), change: next.change }, { id: next.id })
        continue
      }
      await new Promise<void>((resolve) => {
        wake = resolve
        if (signal?.aborted === true || queue.length > 0) resolve()
      })
    }
  } finally {
    unlisten()
    signal?.removeEventListener('abort', onAbort)
  }
}
