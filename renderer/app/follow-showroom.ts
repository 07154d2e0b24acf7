import { getEventMeta } from '@orpc/client'
import type { ShowroomEvent } from '../../src/contract/showroom-state.ts'
import { backOffMs } from './back-off.ts'
import type { OpenLine, ShowroomClient, ShowroomLine } from './showroom-line.ts'

export interface FollowParts {
  readonly open: OpenLine
  /** Resolves after so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>
  readonly onEvent: (event: ShowroomEvent) => void
  /** The client while there is a line, null while there is none. */
  readonly onLine: (client: ShowroomClient | null) => void
  /** Which event an object is; the id is what a follower resumes from. */
  readonly eventId?: (event: ShowroomEvent) => string | undefined
}

/**
 * Follows the showroom for ever: opens a line, takes its events, and when the line is gone opens the next and
 * asks only for what was missed meanwhile. Resolves after `stop` is aborted.
 */
export async function followShowroom(parts: FollowParts, stop: AbortSignal): Promise<void> {
  const eventId = parts.eventId ?? ((event) => getEventMeta(event)?.id)
  let lastEventId: string | undefined
  let failures = 0

  const followLine = async (line: ShowroomLine): Promise<void> => {
    const events = await line.client.follow(undefined, { signal: stop, lastEventId })
    parts.onLine(line.client)
    failures = 0
    for await (const event of events) {
      lastEventId = eventId(event) ?? lastEventId
      parts.onEvent(event)
    }
  }

  while (!stop.aborted) {
    try {
      const line = await parts.open()
      try {
        await Promise.race([followLine(line), line.closed])
      } finally {
        parts.onLine(null)
        line.close()
      }
    } catch {
      // A showroom that is away is an expected thing: the screen stays up and asks again.
    }
    if (stop.aborted) return
    failures += 1
    await parts.pause(backOffMs(failures))
  }
}
