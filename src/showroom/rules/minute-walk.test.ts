import { describe, expect, it } from 'vitest'
import type { LocalTime, Weekday } from '../local-time.ts'
import { ruleOf, wardrobeWith } from '../testing/wardrobe.ts'
import { MinuteWalk } from './minute-walk.ts'

const at = (date: string, time: string, weekday: Weekday = 'sun'): LocalTime => ({
  date,
  minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
  weekday,
})

/** The minutes that pass at each look at the clock. */
function walked(...looks: LocalTime[]): number[] {
  const walk = new MinuteWalk()
  return looks.map((look) => walk.passed(look).length)
}

describe('the minutes of the wall clock', () => {
  it('pass one by one, also over midnight, however often one looks', () => {
    const walk = new MinuteWalk()
    walk.passed(at('2026-12-31', '23:58', 'thu'))
    expect(walk.passed(at('2026-12-31', '23:58', 'thu'))).toEqual([])
    expect(walk.passed(at('2027-01-01', '00:01', 'fri'))).toEqual([
      at('2026-12-31', '23:59', 'thu'),
      at('2027-01-01', '00:00', 'fri'),
      at('2027-01-01', '00:01', 'fri'),
    ])
  })

  it('all pass in the hour that summer time skips', () => {
    expect(walked(at('2027-03-28', '01:59'), at('2027-03-28', '03:00'), at('2027-03-28', '03:01'))).toEqual([
      1, 61, 1,
    ])
  })

  it('pass once in the hour that summer time repeats', () => {
    const looks = [at('2027-10-31', '02:59'), at('2027-10-31', '02:00'), at('2027-10-31', '02:30')]
    expect(walked(...looks, at('2027-10-31', '02:59'), at('2027-10-31', '03:00'))).toEqual([1, 0, 0, 0, 1])
  })

  it('pass once when the clock is corrected a little, either way', () => {
    const looks = [at('2027-05-02', '12:00'), at('2027-05-02', '11:55'), at('2027-05-02', '12:00')]
    expect(walked(...looks, at('2027-05-02', '12:04'))).toEqual([1, 0, 0, 4])
  })

  it('begin anew where somebody sets the clock', () => {
    const set = [at('2027-05-02', '12:00'), at('2027-06-20', '08:00'), at('2027-06-20', '08:01')]
    expect(walked(...set, at('2027-05-02', '12:00'), at('2027-05-02', '12:01'))).toEqual([1, 1, 1, 1, 1])
  })
})

describe('a rule of the clock', () => {
  const early = ruleOf('early', {
    when: [{ at: '02:30' }],
    do: [{ set: { fan: { on: true } } }],
    until: [{ at: '02:45' }],
  })
  const starts = (told: readonly string[]) => told.filter((line) => line.endsWith('started')).length

  it('starts and ends once in the night of summer time, in spring and in autumn', async () => {
    const spring = wardrobeWith([early])
    await spring.becomes(119, { date: '2027-03-28', weekday: 'sun' })
    await spring.becomes(3 * 60)
    expect([spring.told, spring.is('fan')]).toEqual([['early started', 'early ended'], false])

    const autumn = wardrobeWith([early])
    await autumn.becomes(149, { date: '2027-10-31', weekday: 'sun' })
    for (const minute of [150, 165, 179, 120, 150, 165, 179, 180]) await autumn.becomes(minute)
    expect([autumn.told, autumn.is('fan')]).toEqual([['early started', 'early ended'], false])
  })

  it('that runs when the clock is put back an hour ends at its time, once', async () => {
    const room = wardrobeWith([early])
    await room.becomes(149, { date: '2027-10-31', weekday: 'sun' })
    await room.becomes(150)
    await room.becomes(120)
    await room.becomes(150)
    expect([starts(room.told), room.is('fan')]).toEqual([1, true])
    await room.becomes(165)
    expect([room.told, room.is('fan')]).toEqual([['early started', 'early ended'], false])
  })

  it('follows the sun with its offset', async () => {
    const dusk = ruleOf('dusk', {
      when: [{ sun: 'set', offsetMinutes: -30 }],
      do: [{ set: { fan: { on: true } } }],
    })
    const room = wardrobeWith([dusk])
    await room.becomes(14 * 60 + 59)
    expect(starts(room.told)).toBe(0)
    await room.becomes(15 * 60)
    await room.becomes(14 * 60 + 55)
    await room.becomes(15 * 60)
    expect(starts(room.told)).toBe(1)
  })

  it('that comes long after a late sunset starts the next day', async () => {
    const late = ruleOf('late', {
      when: [{ sun: 'set', offsetMinutes: 9 * 60 }], // It sets at 15:30 here.
      do: [{ set: { fan: { on: true } } }],
    })
    const room = wardrobeWith([late])
    for (const minute of [23 * 60 + 59, 0, 29]) await room.becomes(minute)
    expect(starts(room.told)).toBe(0)
    await room.becomes(30)
    expect(starts(room.told)).toBe(1)
  })
})
