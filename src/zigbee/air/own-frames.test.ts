import { describe, expect, it } from 'vitest'
import { asOurs, queueForGuests } from './own-frames.ts'

describe('herdsman’s queue', () => {
  it('lets through at once what our scheduler has decided, and the rest a few at a time', async () => {
    const queue = queueForGuests()
    const begun: string[] = []
    const done: (() => void)[] = []
    const job = (name: string) => () => {
      begun.push(name)
      return new Promise<void>((resolve) => done.push(resolve))
    }
    const interviews = Array.from({ length: 9 }, (_, number) =>
      queue.execute(job(`interview ${number}`), number),
    )
    expect(begun).toHaveLength(3)
    void asOurs(async () => {
      await null
      await queue.execute(job('touch'), 0)
    })
    await null
    expect(begun.at(-1)).toBe('touch')
    done[0]?.()
    await interviews[0]
    expect(begun.at(-1)).toBe('interview 3')
  })
})
