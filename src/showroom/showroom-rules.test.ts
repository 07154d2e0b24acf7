import { beforeEach, describe, expect, it } from 'vitest'
import { ruleId, sceneId } from '../contract/ids.ts'
import { deviceId } from './device.ts'
import { personHoldMs } from './director.ts'
import { Den, denFile, pendant, place, strip } from './testing/den.ts'

const hello = denFile(
  'den/rules/hello.yaml',
  `when: [{ fixture: door, becomes: occupied }, { manual: true }]
do:
  - set: { pendant: { brightness: 0.9 }, strip: { brightness: 0.2 }, corner: { brightness: 0.7 } }
until: [{ fixture: door, becomes: clear, heldFor: 20s }]
`,
)
const dawn = denFile(
  'den/dawn.yaml',
  `shownIn: 20s
fixtures: { pendant: { brightness: 0.05, kelvin: 2200 } }
moments: [{ at: 5m, fixtures: { pendant: { brightness: 1, kelvin: 4000 } }, transition: 5m }]
`,
)
const sensor = deviceId.parse('door-sensor')

describe('rules in a showroom', () => {
  let den: Den

  beforeEach(async () => {
    den = await Den.openWith([hello, dawn])
    den.driver.add(
      { id: sensor, vendor: 'v', model: 'm', abilities: { motion: true }, power: 'battery' },
      { occupied: false },
    )
    await den.bind(
      { ...place('pendant'), device: pendant },
      { ...place('strip'), device: strip },
      { ...place('door'), device: sensor },
    )
    await den.restart()
  })

  const motion = async (occupied: boolean, thenMs: number) => {
    den.driver.changeByItself(sensor, { occupied })
    await den.clock.advance(thenMs)
  }

  it('a sensor lights lamps, and all is as before when nobody is there any more', async () => {
    den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
    await den.clock.advance(personHoldMs)
    const before = [den.driver.stateOf(pendant), den.driver.stateOf(strip)]
    await motion(true, 3000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.9 })
    expect(den.light('corner')).toMatchObject({ on: true, brightness: 0.7 })
    expect(den.showroom.snapshot().rules[0]).toMatchObject({
      running: true,
      when: [{ kind: 'becomes', fixture: 'door', word: 'occupied', heldForMs: 0 }, { kind: 'by-hand' }],
    })
    await motion(false, 25_000)
    expect([den.driver.stateOf(pendant), den.driver.stateOf(strip)]).toEqual(before)
    expect(den.light('corner').on).toBe(false)
    expect(den.showroom.snapshot().rooms[0]?.activeScene).toBe('evening')
  })

  it('leaves a lamp to the shopper who changed it', async () => {
    await motion(true, 3000)
    den.showroom.handle({ kind: 'dim', ...place('pendant'), brightness: 0.3, steady: false })
    await den.clock.advance(1000)
    await motion(false, 25_000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.3 })
    expect(den.driver.stateOf(strip)).toMatchObject({ on: false })
  })

  it('leaves a lamp to whoever used a switch meanwhile', async () => {
    await motion(true, 5000)
    den.driver.changeByItself(pendant, { on: true, brightness: 0.15 })
    await den.clock.advance(1000)
    await motion(false, 25_000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.15 })
  })

  it('keeps a ledger of the facts that were used, and forgets them', async () => {
    await motion(true, 3000)
    await motion(false, 25_000)
    const facts = den.showroom
      .snapshot()
      .facts.map(({ fixture, fact, rule, why }) => [fixture, fact, rule, why])
    expect(facts).toEqual([
      ['door', 'occupied', 'hello', 'started'],
      ['door', 'clear', 'hello', 'ended'],
    ])
    await den.clock.advance(10 * 60_000)
    expect(den.showroom.snapshot().facts).toEqual([])
    expect([...den.storage.records.keys()]).toEqual(['bindings.json'])
  })

  it('starts by hand as well, and says when there is no such rule', async () => {
    expect(den.showroom.handle({ kind: 'play-rule', rule: ruleId.parse('hello') })).toBe('accepted')
    expect(den.showroom.handle({ kind: 'play-rule', rule: ruleId.parse('nothing') })).toBe('unknown-target')
    await den.clock.advance(3000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.9 })
  })

  it('ends by hand while its sensor still sees somebody: all comes back but for what the shopper changed', async () => {
    const before = [den.light('pendant'), den.light('corner')]
    await motion(true, 3000)
    den.showroom.handle({ kind: 'dim', ...place('strip'), brightness: 0.3, steady: false })
    expect(den.showroom.handle({ kind: 'end-rule', rule: ruleId.parse('hello') })).toBe('accepted')
    expect(den.showroom.snapshot().rules[0]?.running).toBe(false)
    await den.clock.advance(60_000)
    expect([den.light('pendant'), den.light('corner')]).toEqual(before)
    expect(den.light('strip')).toMatchObject({ on: true, brightness: 0.3 })
    // Nothing runs any more, so there is nothing to end.
    expect(den.showroom.handle({ kind: 'end-rule', rule: ruleId.parse('hello') })).toBe('accepted')
    expect(den.showroom.handle({ kind: 'end-rule', rule: ruleId.parse('nothing') })).toBe('unknown-target')
    await motion(false, 1000)
    await motion(true, 3000)
    expect(den.showroom.snapshot().rules[0]?.running).toBe(true)
  })

  it('plays a sunrise for a shopper in seconds, and knows it for the running scene all the while', async () => {
    den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('dawn') })
    for (let second = 0; second < 30; second++) {
      await den.clock.advance(1000)
      expect(den.showroom.snapshot().rooms[0]?.activeScene).toBe('dawn')
    }
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 1 })
  })

  it('is over once people have chosen something else for all that it sets, and may start anew', async () => {
    const isRunning = () => den.showroom.snapshot().rules[0]?.running
    await motion(true, 3000)
    const dim = (name: string) =>
      den.showroom.handle({ kind: 'dim', ...place(name), brightness: 0.3, steady: false })
    dim('pendant')
    dim('strip')
    expect(isRunning()).toBe(true)
    dim('corner')
    expect(isRunning()).toBe(false)
    await motion(false, 60_000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.3 })
    await motion(true, 3000)
    expect([isRunning(), den.light('corner').brightness]).toEqual([true, 0.7])
    den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('dawn') })
    expect(isRunning()).toBe(true)
    den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
    expect(isRunning()).toBe(false)
  })

  it('offers what the hardware can do, and says so when that changes', async () => {
    const offered = () => den.showroom.snapshot().scenes.map(({ id, fit }) => [id, fit])
    expect(offered()).toEqual([
      ['dawn', 'complete'],
      ['evening', 'reduced'],
    ])
    await den.bind({ ...place('door'), device: sensor })
    await den.restart()
    expect(offered()).toEqual([
      ['dawn', 'none'],
      ['evening', 'none'],
    ])
  })
  it('restarted while a rule runs, leaves everything as it is, and gives that back after the next visit', async () => {
    await motion(true, 3000)
    await den.restart()
    const sent = den.driver.sent.length
    await motion(false, 60_000)
    expect(den.driver.sent.length).toBe(sent)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.9 })
    den.showroom.handle({ kind: 'dim', ...place('pendant'), brightness: 0.2, steady: false })
    await den.clock.advance(personHoldMs)
    await motion(true, 3000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.9 })
    await motion(false, 25_000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.2 })
  })

  it('by a sensor, does not touch what a person has just set, and later does', async () => {
    den.showroom.handle({ kind: 'dim', ...place('pendant'), brightness: 0.2, steady: false })
    await den.clock.advance(personHoldMs - 5000)
    await motion(true, 4000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.2 })
    expect(den.driver.stateOf(strip)).toMatchObject({ on: true })
    await motion(false, 30_000)
    await motion(true, 4000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.9 })
    await motion(false, 25_000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.2 })
  })

  it('says what is missing when a lamp turns out to do less than its place promises', async () => {
    const plain = { light: { kelvin: null, colour: false } }
    den.driver.add(
      { id: strip, vendor: 'v', model: 'plain', abilities: plain, power: 'mains' },
      { on: false },
    )
    await den.clock.advance(50)
    const evening = den.showroom.snapshot().scenes.find(({ id }) => id === 'evening')
    expect(evening?.missing).toContainEqual({ fixture: 'strip', lacks: 'colour' })
  })
})
