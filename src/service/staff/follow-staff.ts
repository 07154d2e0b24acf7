import type { StaffEvent } from '../../contract/staff/staff-state.ts'
import type { StaffSession } from '../../showroom/staff/sessions.ts'
import type { StaffDesk } from '../../showroom/staff/staff-desk.ts'

/** A screen that lags this far behind gets everything anew instead. */
const longestQueue = 500

/** Everything, then what changes, until the session is over or the screen is gone. */
export async function* followStaff(
  desk: StaffDesk,
  session: StaffSession,
  signal: AbortSignal | undefined,
): AsyncGenerator<StaffEvent, void, void> {
  const whole = (): StaffEvent => ({ kind: 'state', state: desk.state(session.role) })
  let queue: StaffEvent[] = [whole()]
  let wake: () => void = () => {}
  const unlisten = [
    desk.news.listen((event) => {
      queue.push(event)
      wake()
    }),
    session.onOver(() => wake()),
    desk.sessions.followed(session.id),
  ]
  const onAbort = () => wake()
  signal?.addEventListener('abort', onAbort)
  const isOver = () => session.isOver || signal?.aborted === true
  try {
    while (!isOver()) {
      if (queue.length > longestQueue) queue = [whole()]
      const next = queue.shift()
      if (next !== undefined) {
        yield next
        continue
      }
      await new Promise<void>((resolve) => {
        wake = resolve
        if (isOver() || queue.length > 0) resolve()
      })
    }
  } finally {
    for (const stop of unlisten) stop()
    signal?.removeEventListener('abort', onAbort)
  }
}
