import { beforeEach, describe, expect, it } from 'vitest'
import { sceneId } from '../contract/ids.ts'
import { attractStepMs } from './attract.ts'
import { type DeviceDescription, deviceId } from './device.ts'
import { type LocalTime, noonCalendar } from './local-time.ts'
import { type OpeningHours, readOpeningHours } from './opening-hours.ts'
import { Den, pendant, place, strip } from './testing/den.ts'

const bright = `
version: 1
id: bright
room: den
order: 900
title: { en: Bright, sv: Ljust }
story: { en: All of it., sv: Allt. }
icon: sun
fixtures:
  pendant: { brightness: 1, kelvin: 4000 }
  strip: { on: false }
  corner: { brightness: 0.8 }
  radio: { on: false }
`
const ring = `
version: 1
id: ring
room: den
title: { en: Ring, sv: Ring }
story: { en: Ring., sv: Ring. }
icon: button
when: [{ button: bell, pressed: on }]
do: [{ set: { corner: { brightness: 0.2 } } }]
`
const bell: DeviceDescription = {
  id: deviceId.parse('bell'),
  vendor: 'v',
  model: 'm',
  abilities: { remote: true },
  power: 'battery',
}
const times = { idleMs: 60_000, noticeMs: 20_000 }
const wholeMs = times.idleMs + times.noticeMs

describe('a visit', () => {
  let den: Den
  let wall: LocalTime
  let hours: OpeningHours | null

  const phase = () => den.showroom.snapshot().presence.phase
  const scene = (name: string) => den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse(name) })
  const dim = (name: string, brightness: number) =>
    den.showroom.handle({ kind: 'dim', ...place(name), brightness, steady: false })

  beforeEach(async () => {
    wall = noonCalendar.now()
    hours = readOpeningHours('sat 10:00-20:00')
    den = await Den.openWith(
      [
        { path: 'den/bright.yaml', text: bright },
        { path: 'den/rules/ring.yaml', text: ring },
      ],
      { device: bell, at: 'bell' },
    )
    den.visiting = {
      visitTimes: times,
      openingHours: () => hours,
      calendar: { now: () => wall, sun: () => null },
    }
    await den.restart()
  })

  it('goes on as long as staff are signed in, and ends as ever when they have left', async () => {
    den.showroom.staffAreHere(true)
    await den.clock.advance(10 * wholeMs)
    expect(phase()).toBe('visit')
    den.showroom.staffAreHere(false)
    await den.clock.advance(wholeMs + 1)
    expect(phase()).toBe('attract')
  })

  it('is over when nobody has touched anything for so long, with notice', async () => {
    scene('bright')
    await den.clock.advance(times.idleMs - 100)
    expect(phase()).toBe('visit')
    await den.clock.advance(200)
    expect(den.showroom.snapshot().presence).toEqual({ phase: 'leaving', endsAtMs: expect.any(Number) })
    await den.clock.advance(times.noticeMs - 200)
    expect(phase()).toBe('leaving')
    await den.clock.advance(200)
    expect(phase()).toBe('attract')
  })

  it('goes on when anybody says that they are still here, at any moment of the notice', async () => {
    scene('bright')
    for (let round = 0; round < 3; round++) {
      await den.clock.advance(wholeMs - 100)
      expect(phase()).toBe('leaving')
      expect(den.showroom.handle({ kind: 'stay' })).toBe('accepted')
      expect(phase()).toBe('visit')
    }
    expect(den.light('pendant').brightness).toBe(1)
  })

  it('ends without a question where nobody has been since the start', async () => {
    await den.clock.advance(times.idleMs + 100)
    expect(phase()).toBe('attract')
  })

  it('leaves nothing of what a shopper chose: every lamp, blind and plug returns to the first scene', async () => {
    scene('bright')
    await den.clock.advance(2000)
    dim('pendant', 0.37)
    dim('corner', 0.41)
    den.showroom.handle({ kind: 'switch', ...place('corner'), on: false })
    den.showroom.handle({ kind: 'switch', ...place('radio'), on: false })
    const before = den.showroom.changes.latestId()
    await den.clock.advance(wholeMs + 3000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.4 })
    expect(den.driver.stateOf(strip)).toMatchObject({ on: true, brightness: 0.5 })
    expect(den.light('corner')).toMatchObject({ on: false, brightness: 1 })
    expect(JSON.stringify(den.showroom.snapshot())).not.toMatch(/0\.37\b|0\.41\b/)
    expect(den.showroom.snapshot().fixtures.find(({ id }) => id === 'radio')).toMatchObject({ on: true })
    expect(JSON.stringify(den.showroom.changes.since(before))).not.toMatch(/0\.37\b|0\.41\b/)
  })

  it('forgets the facts and the buttons of the visit', async () => {
    const pressed = () =>
      den.showroom
        .snapshot()
        .fixtures.some((fixture) => fixture.kind === 'remote' && fixture.lastPress !== null)
    den.driver.changeByItself(bell.id, { pressed: 'on' })
    await den.clock.advance(1000)
    expect(pressed()).toBe(true)
    expect(den.showroom.snapshot().facts).toHaveLength(1)
    den.showroom.handle({ kind: 'end-visit' })
    expect(pressed()).toBe(false)
    expect(den.showroom.snapshot().facts).toEqual([])
  })

  it('is followed by the room going calmly through its scenes, until somebody is here', async () => {
    await den.clock.advance(times.idleMs + 3000)
    expect(den.light('pendant').brightness).toBe(0.4)
    await den.clock.advance(attractStepMs)
    expect(den.light('pendant')).toMatchObject({ brightness: 1 })
    expect(den.driver.stateOf(strip)).toMatchObject({ on: false })
    await den.clock.advance(attractStepMs)
    expect(den.light('pendant').brightness).toBe(0.4)
    den.showroom.handle({ kind: 'stay' })
    await den.clock.advance(attractStepMs + 5000)
    expect(den.light('pendant').brightness).toBe(0.4)
    expect(phase()).toBe('visit')
  })

  it('begins with the touch that ends the room showing itself, and that touch acts', async () => {
    await den.clock.advance(times.idleMs + 3000)
    den.showroom.handle({ kind: 'switch', ...place('pendant'), on: false })
    expect(phase()).toBe('visit')
    await den.clock.advance(1000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: false })
  })

  it('that never ends by itself is not ended by one before it', async () => {
    den.visiting = { ...den.visiting, visitTimes: { idleMs: 0, noticeMs: 0 } }
    await den.restart()
    den.showroom.handle({ kind: 'end-visit' })
    expect(phase()).toBe('attract')
    scene('bright')
    await den.clock.advance(3_600_000)
    expect(phase()).toBe('visit')
  })

  it('leaves plugs alone while the room shows itself', async () => {
    await den.clock.advance(times.idleMs + 3000)
    den.driver.sent.length = 0
    const radios = new Set<unknown>()
    for (let step = 0; step < 4; step++) {
      await den.clock.advance(attractStepMs)
      radios.add(den.showroom.snapshot().fixtures.find(({ id }) => id === 'radio'))
    }
    expect(radios.size).toBe(1)
  })

  it('that ends after closing time leaves the room dark, and the room wakes when the store opens', async () => {
    scene('bright')
    wall = { ...wall, minute: 20 * 60 }
    await den.clock.advance(wholeMs + 3000)
    expect(phase()).toBe('closed')
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: false })
    expect(den.driver.stateOf(strip)).toMatchObject({ on: false })
    wall = { ...wall, minute: 10 * 60 }
    await den.clock.advance(25_000)
    expect(phase()).toBe('attract')
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true })
    wall = { ...wall, minute: 21 * 60 }
    await den.clock.advance(25_000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: false })
  })
})

describe('several fixtures at once', () => {
  it('become what they are said to be, and what one cannot do is left out', async () => {
    const den = await Den.open()
    const colour = { mode: 'xy', x: 0.5, y: 0.4 } as const
    const answer = den.showroom.handle({
      kind: 'arrange',
      room: place('pendant').room,
      aims: [
        { kind: 'light', fixture: place('pendant').fixture, on: true, brightness: 0.3, colour },
        { kind: 'light', fixture: place('strip').fixture, on: true, brightness: 0.6, colour },
        { kind: 'plug', fixture: place('radio').fixture, on: true },
      ],
    })
    expect(answer).toBe('accepted')
    await den.clock.advance(1500)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.3 })
    expect(den.driver.stateOf(strip)).toMatchObject({ on: true, brightness: 0.6, colour })
    const gone = { kind: 'plug', fixture: place('gone').fixture, on: true } as const
    expect(den.showroom.handle({ kind: 'arrange', room: place('pendant').room, aims: [gone] })).toBe(
      'unknown-target',
    )
  })
})
