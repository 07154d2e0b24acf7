import { describe, expect, it } from 'vitest'
import { silentLog } from '../showroom/log.ts'
import { ManualClock } from '../showroom/manual-clock.ts'
import { BackupKeeper } from './backup-keeper.ts'

const [second, minute, day] = [1000, 60_000, 86_400_000]

function keeper(ageMs: number, take: () => Promise<void> = async () => {}) {
  const clock = new ManualClock()
  const taken: number[] = []
  const it = new BackupKeeper({
    clock,
    log: silentLog,
    take: async () => {
      taken.push(clock.now())
      await take()
    },
  })
  it.start(ageMs)
  return { clock, taken, it }
}

describe('the coordinator is backed up', () => {
  it('daily, counted from the newest backup', async () => {
    const { clock, taken } = keeper(day / 2)
    await clock.advance(3 * day)
    expect(taken).toEqual([day / 2, day * 1.5, day * 2.5])
  })

  it('once after devices have joined one after the other', async () => {
    const { clock, taken, it } = keeper(0)
    for (let device = 0; device < 5; device++) {
      it.deviceJoined()
      await clock.advance(3 * second)
    }
    await clock.advance(minute)
    expect(taken).toEqual([22 * second])
  })

  it('not while a shopper waits, yet in the end', async () => {
    const { clock, taken, it } = keeper(0)
    it.deviceJoined()
    for (let touch = 0; touch < 15; touch++) {
      it.shopperWaits()
      await clock.advance(second)
    }
    expect(taken).toEqual([])
    await clock.advance(5 * second)
    expect(taken).toEqual([19 * second])

    it.deviceJoined()
    for (let touch = 0; touch < 700; touch++) {
      it.shopperWaits()
      await clock.advance(second)
    }
    expect(taken).toHaveLength(2)
  })

  it('again soon when it fails, and not after the end', async () => {
    const { clock, taken, it } = keeper(day, () => Promise.reject(new Error('no answer')))
    await clock.advance(25 * minute)
    expect(taken).toEqual([0, 10 * minute, 20 * minute])
    it.stop()
    await clock.advance(day)
    expect(taken).toHaveLength(3)
  })
})
