import { beforeEach, describe, expect, it } from 'vitest'
import { ruleId, sceneId } from '../contract/ids.ts'
import { deviceId } from './device.ts'
import { personHoldMs } from './director.ts'
import { Den, denFile, pendant, place, strip } from './testing/den.ts'

const files = [
  denFile(
    'den/rules/hello.yaml',
    `when: [{ fixture: door, becomes: occupied }, { manual: true }]
do: [{ set: { pendant: { brightness: 0.9 }, strip: { brightness: 0.8, colour: "#ff0000" } } }]
until: [{ fixture: door, becomes: clear, heldFor: 20s }]
`,
  ),
  denFile(
    'den/rules/tune.yaml',
    `when: [{ fixture: radio, becomes: on }]
do: [{ set: { pendant: { brightness: 0.7 } } }]
`,
  ),
  denFile(
    'den/rules/read.yaml',
    `when: [{ button: bell, pressed: button }]
do: [{ set: { corner: { brightness: 0.7 } } }]
until: [{ button: bell, pressed: button }]
`,
  ),
  denFile(
    'den/rules/wake.yaml',
    `when: [{ manual: true }]
do: [{ play: dawn }]
`,
  ),
  denFile(
    'den/dawn.yaml',
    `fixtures: { strip: { brightness: 0.1 } }
moments: [{ at: 2s, fixtures: { pendant: { brightness: 1 } }, transition: 5m }]
`,
  ),
  denFile(
    'den/party.yaml',
    `fixtures: { strip: { brightness: 0.6 } }
palettes: [{ fixtures: [strip], colours: ["#ff8800", "#0044ff"], every: 4s }]
`,
  ),
  denFile(
    'den/leave.yaml',
    `fixtures: { pendant: { brightness: 0.5 }, strip: { brightness: 0.1 }, corner: { brightness: 0.4 } }
moments:
  - { at: 4s, fixtures: { pendant: { on: false } } }
  - { at: 10s, transition: 3s, fixtures: { corner: { brightness: 0.22 } } }
`,
  ),
  denFile(
    'den/calm.yaml',
    `fixtures: { strip: { brightness: 0.3 } }
`,
  ),
]
const sensor = deviceId.parse('door-sensor')
const button = deviceId.parse('bell-button')
const radio = deviceId.parse('radio-plug')
const gone = { code: 'dongle-gone', severity: 'error', sentence: 'It is gone.', values: {} } as const

describe('who has a lamp, and gives it back', () => {
  let den: Den

  beforeEach(async () => {
    den = await Den.openWith(files)
    den.driver.add(
      { id: sensor, vendor: 'v', model: 'm', abilities: { motion: true }, power: 'battery' },
      { occupied: false },
    )
    den.driver.add(
      { id: radio, vendor: 'v', model: 'm', abilities: { plug: true }, power: 'mains' },
      { on: false },
    )
    den.driver.add({ id: button, vendor: 'v', model: 'm', abilities: { remote: true }, power: 'battery' }, {})
    await den.bind(
      { ...place('bell'), device: button },
      { ...place('pendant'), device: pendant },
      { ...place('strip'), device: strip },
      { ...place('door'), device: sensor },
      { ...place('radio'), device: radio },
    )
    await den.restart()
  })

  const motion = async (occupied: boolean, thenMs: number) => {
    den.driver.changeByItself(sensor, { occupied })
    await den.clock.advance(thenMs)
  }
  const play = (scene: string) => den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse(scene) })
  const touch = (name: string, brightness: number) =>
    den.showroom.handle({ kind: 'dim', ...place(name), brightness, steady: false })
  const activeScene = () => den.showroom.snapshot().rooms[0]?.activeScene

  it('a shopper who asks for a rule and then walks in keeps its light', async () => {
    den.showroom.handle({ kind: 'play-rule', rule: ruleId.parse('hello') })
    await den.clock.advance(5000)
    await motion(true, 5000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.9 })
  })

  it('a lamp that was silent when a rule began is given back as it was wished before', async () => {
    play('evening')
    await den.clock.advance(personHoldMs)
    den.driver.setPower(pendant, false)
    await den.clock.advance(20_000)
    expect(den.light('pendant').reach).toBe('unreachable')
    await motion(true, 3000)
    den.driver.returnWith(pendant, { on: true, brightness: 1 })
    await den.clock.advance(5000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.9 })
    await motion(false, 30_000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.4 })
  })

  it('what a rule gives back while the dongle is away arrives when it is there again', async () => {
    play('evening')
    await den.clock.advance(personHoldMs)
    await motion(true, 10_000)
    den.driver.changeByItself(sensor, { occupied: false })
    await den.clock.advance(19_000)
    den.driver.pullOut(gone)
    await den.clock.advance(3000)
    await den.driver.start()
    await den.clock.advance(10_000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.4 })
    expect(activeScene()).toBe('evening')
  })

  it('a lamp that a rule tinted and gave back dark has its own colour when it is lit again', async () => {
    await motion(true, 10_000)
    await motion(false, 30_000)
    expect(den.driver.stateOf(strip)).toMatchObject({ on: false })
    den.showroom.handle({ kind: 'switch', ...place('strip'), on: true })
    await den.clock.advance(100)
    expect(den.driver.stateOf(strip)).toMatchObject({ on: true, brightness: 1, colour: { kelvin: 2700 } })
  })

  it('a scene that makes way does not take back what a person changed while it ran', async () => {
    play('dawn')
    await den.clock.advance(5000)
    touch('pendant', 0.3)
    await den.clock.advance(5000)
    play('calm')
    await den.clock.advance(5000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ brightness: 0.3 })
  })

  it('a scene none of whose lamps is left to it is over', async () => {
    play('party')
    await den.clock.advance(9000)
    expect(activeScene()).toBe('party')
    den.showroom.handle({ kind: 'switch', ...place('strip'), on: false })
    await den.clock.advance(3000)
    expect(activeScene()).toBeNull()
    const sent = den.driver.sent.length
    await den.clock.advance(20_000)
    expect(den.driver.sent.length).toBe(sent)
  })

  it('a stick that comes back does not bring back a scene that a person left', async () => {
    play('evening')
    await den.clock.advance(3000)
    touch('corner', 0.8)
    await den.clock.advance(3000)
    expect(activeScene()).toBeNull()
    den.driver.pullOut(gone)
    await den.clock.advance(2000)
    await den.driver.start()
    await den.clock.advance(5000)
    expect(den.light('corner')).toMatchObject({ on: true, brightness: 0.8 })
    expect(activeScene()).toBeNull()
  })

  it('a scene whose last lamp a person has switched off is over with its last moment', async () => {
    play('leave')
    await den.clock.advance(500)
    den.showroom.handle({ kind: 'switch', ...place('corner'), on: false })
    await den.clock.advance(2000)
    expect(den.light('corner').on).toBe(false)
    await den.clock.advance(13_000)
    expect(den.light('corner').on).toBe(false)
    expect(activeScene()).toBeNull()
  })

  it('a plug that was on all along starts no rule when the showroom starts', async () => {
    den.driver.changeByItself(radio, { on: true })
    await den.clock.advance(3000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ brightness: 0.7 })
    touch('pendant', 0.2)
    await den.clock.advance(3000)
    await den.restart()
    await den.clock.advance(3000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ brightness: 0.2 })
  })

  it('a scene that a rule has begun goes on when the rule is over', async () => {
    den.driver.changeByItself(sensor, { occupied: true })
    await den.clock.advance(1000)
    den.showroom.handle({ kind: 'play-rule', rule: ruleId.parse('wake') })
    await den.clock.advance(3000)
    expect(activeScene()).toBe('dawn')
    await den.clock.advance(6 * 60_000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 1 })
    expect(activeScene()).toBe('dawn')
  })

  it('one button starts a rule and ends it', async () => {
    den.driver.changeByItself(button, { pressed: 'button' })
    await den.clock.advance(3000)
    expect(den.light('corner')).toMatchObject({ on: true, brightness: 0.7 })
    den.driver.changeByItself(button, { pressed: 'button' })
    await den.clock.advance(3000)
    expect(den.light('corner').on).toBe(false)
  })

  it('a rule that no card offers is not started by hand', () => {
    expect(den.showroom.handle({ kind: 'play-rule', rule: ruleId.parse('tune') })).toBe('not-capable')
  })
})
