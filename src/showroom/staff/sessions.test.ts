import { beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../manual-clock.ts'
import { Sessions } from './sessions.ts'

const minute = 60_000

describe('staff that have signed in', () => {
  let clock: ManualClock
  let busy: boolean
  let sessions: Sessions
  let desertions: number

  beforeEach(() => {
    clock = new ManualClock()
    busy = false
    desertions = 0
    let number = 0
    const newId = () => `id-${++number}`
    sessions = new Sessions({
      clock,
      newId,
      idleMs: 2 * minute,
      isBusy: () => busy,
      attended: () => {},
      deserted: () => desertions++,
    })
  })

  it('are signed out after two minutes without a touch', async () => {
    const { id } = sessions.begin('clerk')
    let ended = 0
    sessions.use(id)?.onOver(() => ended++)
    await clock.advance(minute)
    expect(sessions.use(id)?.role).toBe('clerk')
    await clock.advance(2 * minute - 1)
    expect(ended).toBe(0)
    await clock.advance(1)
    expect(ended).toBe(1)
    expect(sessions.use(id)).toBeNull()
  })

  it('stay while their hands are busy, and the whole time afterwards', async () => {
    const { id } = sessions.begin('clerk')
    busy = true
    await clock.advance(10 * minute)
    busy = false
    sessions.stirred()
    await clock.advance(2 * minute - 1)
    expect(sessions.use(id)).not.toBeNull()
  })

  it('are signed out soon after their page has gone without a word, whatever their hands do, unless it is back', async () => {
    const { id } = sessions.begin('clerk')
    busy = true
    const gone = sessions.followed(id)
    await clock.advance(minute)
    gone()
    await clock.advance(14_000)
    const goneAgain = sessions.followed(id)
    await clock.advance(minute)
    expect(sessions.use(id)).not.toBeNull()
    goneAgain()
    await clock.advance(15_000)
    expect([sessions.use(id), desertions]).toEqual([null, 1])
  })

  it('are forgotten when they leave, and nobody else is', () => {
    const [one, other] = [sessions.begin('clerk'), sessions.begin('manager')]
    sessions.leave(one.id)
    expect([sessions.use(one.id), sessions.use(other.id)?.role]).toEqual([null, 'manager'])
    expect([one.isOver, desertions]).toEqual([true, 0])
    sessions.leave(other.id)
    expect(desertions).toBe(1)
  })

  it('are four at most: the one untouched longest goes', async () => {
    const first = sessions.begin('clerk')
    for (let more = 0; more < 3; more++) {
      await clock.advance(1000)
      sessions.begin('clerk')
    }
    sessions.use(first.id)
    sessions.begin('manager')
    expect(sessions.use('id-2')).toBeNull()
    expect(sessions.use(first.id)).not.toBeNull()
  })
})
