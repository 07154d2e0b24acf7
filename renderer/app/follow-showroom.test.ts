import { describe, expect, it } from 'vitest'
import type { ShowroomEvent } from '../../src/contract/showroom-state.ts'
import { backOffMs } from './back-off.ts'
import { followShowroom } from './follow-showroom.ts'
import type { ShowroomClient, ShowroomLine } from './showroom-line.ts'

const change = (nowMs: number): ShowroomEvent => ({
  kind: 'change',
  nowMs,
  change: { kind: 'dongle', dongle: { phase: 'ready', simulated: true } },
})

/** A line that tells `events` and then breaks; it notes from where it was asked to resume. */
function lineThatTells(events: readonly ShowroomEvent[], resumedFrom: (string | undefined)[]): ShowroomLine {
  async function* tell() {
    yield* events
    throw new Error('the line broke')
  }
  const client = {
    follow: async (_input: undefined, options: { lastEventId?: string }) => {
      resumedFrom.push(options.lastEventId)
      return tell()
    },
  }
  return { client: client as unknown as ShowroomClient, closed: new Promise(() => {}), close: () => {} }
}

describe('following the showroom', () => {
  it('resumes after the last event it saw when the line breaks', async () => {
    const stop = new AbortController()
    const seen: number[] = []
    const resumedFrom: (string | undefined)[] = []
    const lines = [
      lineThatTells([change(1), change(2)], resumedFrom),
      lineThatTells([change(3)], resumedFrom),
    ]
    await followShowroom(
      {
        open: async () => lines.shift() ?? Promise.reject(new Error('no showroom')),
        pause: async () => {
          if (lines.length === 0) stop.abort()
        },
        onEvent: (event) => seen.push(event.nowMs),
        onLine: () => {},
        eventId: (event) => `e${event.nowMs}`,
      },
      stop.signal,
    )
    expect(seen).toEqual([1, 2, 3])
    expect(resumedFrom).toEqual([undefined, 'e2'])
  })

  it('waits longer after each refusal, and starts over once a line was there', async () => {
    const stop = new AbortController()
    const pauses: number[] = []
    let attempt = 0
    await followShowroom(
      {
        open: async () => {
          attempt += 1
          if (attempt === 4) return lineThatTells([change(1)], [])
          throw new Error('refused')
        },
        pause: async (ms) => {
          pauses.push(ms)
          if (pauses.length === 5) stop.abort()
        },
        onEvent: () => {},
        onLine: () => {},
      },
      stop.signal,
    )
    expect(pauses).toEqual([100, 200, 400, 100, 200])
  })

  it('says when there is a line and when there is none', async () => {
    const stop = new AbortController()
    const told: boolean[] = []
    await followShowroom(
      {
        open: async () => lineThatTells([], []),
        pause: async () => stop.abort(),
        onEvent: () => {},
        onLine: (client) => told.push(client !== null),
      },
      stop.signal,
    )
    expect(told).toEqual([true, false])
  })

  it('never waits longer than two seconds', () => {
    expect(backOffMs(1)).toBe(100)
    expect(backOffMs(50)).toBe(2000)
  })
})
