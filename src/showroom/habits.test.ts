import { beforeEach, describe, expect, it } from 'vitest'
import { type StoreHabits, usualHabits } from '../contract/staff/store-habits.ts'
import { attractStepMs } from './attract.ts'
import { type LocalTime, noonCalendar } from './local-time.ts'
import { Den, denFile, pendant } from './testing/den.ts'

const times = { idleMs: 60_000, noticeMs: 20_000 }
const bright = denFile('den/bright.yaml', 'fixtures: { pendant: { brightness: 1 } }\n')

describe('what a manager wants of the kiosk', () => {
  let den: Den
  let wall: LocalTime
  let habits: StoreHabits

  const phase = () => den.showroom.snapshot().presence.phase
  const pendantIs = () => den.driver.stateOf(pendant)

  beforeEach(async () => {
    wall = noonCalendar.now()
    habits = usualHabits
    den = await Den.openWith([bright])
    den.visiting = {
      visitTimes: times,
      habits: () => habits,
      calendar: { now: () => wall, sun: () => null },
    }
    await den.restart()
  })

  it('a visit lasts as long as it shall, from the next touch on', async () => {
    habits = { ...usualHabits, idleS: 15 }
    den.showroom.handle({ kind: 'stay' })
    await den.clock.advance(14_900)
    expect(phase()).toBe('visit')
    await den.clock.advance(200)
    expect(phase()).toBe('leaving')
    habits = usualHabits
    den.showroom.handle({ kind: 'stay' })
    await den.clock.advance(59_000)
    expect(phase()).toBe('visit')
  })

  it('while nobody is here the first scene stands, or lamps go from scene to scene', async () => {
    habits = { ...usualHabits, attract: 'still' }
    await den.clock.advance(times.idleMs + 3000)
    expect(phase()).toBe('attract')
    const first = pendantIs()
    await den.clock.advance(attractStepMs + 5000)
    expect(pendantIs()).toEqual(first)
    habits = usualHabits
    den.showroom.handle({ kind: 'end-visit' })
    den.showroom.handle({ kind: 'stay' })
    await den.clock.advance(times.idleMs + times.noticeMs + attractStepMs + 8000)
    expect(phase()).toBe('attract')
    expect(pendantIs()).not.toEqual(first)
  })

  it('at night lamps go out, or the first scene stands', async () => {
    wall = { ...wall, date: '2026-12-25' }
    habits = { ...usualHabits, otherDays: [{ date: '2026-12-25', hours: null }] }
    await den.clock.advance(times.idleMs + 3000)
    expect(phase()).toBe('closed')
    expect(pendantIs()).toMatchObject({ on: false })
    habits = { ...habits, night: { lamps: 'first-scene', screen: 'room' } }
    den.showroom.handle({ kind: 'stay' })
    await den.clock.advance(times.idleMs + times.noticeMs + 3000)
    expect(phase()).toBe('closed')
    expect(pendantIs()).toMatchObject({ on: true })
  })
})
