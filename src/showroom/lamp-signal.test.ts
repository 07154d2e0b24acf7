import { beforeEach, describe, expect, it } from 'vitest'
import { sceneId } from '../contract/ids.ts'
import { deviceId } from './device.ts'
import { Den, denFile, pendant, pendantBulb, place, strip } from './testing/den.ts'

const newcomer = deviceId.parse('new-bulb')
const [radioPlug, loosePlug] = [deviceId.parse('radio-plug'), deviceId.parse('loose-plug')]
const plug = { ...pendantBulb, id: radioPlug, abilities: { plug: true } } as const
const whenLit = denFile(
  'den/rules/echo.yaml',
  `when: [{ fixture: pendant, becomes: on }]
do: [{ set: { corner: { brightness: 1 } } }]
`,
)

describe('a lamp that shows staff which one it is', () => {
  let den: Den
  beforeEach(async () => {
    den = await Den.openWith([whenLit], { device: plug, at: 'radio' })
    den.driver.add({ ...pendantBulb, id: newcomer }, { on: true, brightness: 0.8 })
    den.driver.add({ ...plug, id: loosePlug }, { on: true })
  })

  /** What a lamp was told meanwhile: its levels, 0 for off, with when. */
  async function levels(device: typeof pendant, ms: number): Promise<{ atMs: number; level: number }[]> {
    const told: { atMs: number; level: number }[] = []
    let known = den.driver.sent.length
    for (const end = den.clock.now() + ms; den.clock.now() < end; ) {
      await den.clock.advance(50)
      for (const command of den.driver.sent.slice(known)) {
        if (command.device !== device || command.kind !== 'light') continue
        told.push({ atMs: den.clock.now(), level: command.on === false ? 0 : (command.brightness ?? 1) })
      }
      known = den.driver.sent.length
    }
    return told
  }
  const show = async (device: typeof pendant | null) => {
    const shown = den.showroom.signal.show(device, 60)
    await den.clock.advance(600)
    return shown
  }

  it('swells and sinks once in two seconds, for a minute, and is then as it was', async () => {
    expect(await show(pendant)).toBe(true)
    const told = await levels(pendant, 61_000)
    expect(told.length).toBeGreaterThan(55)
    expect(new Set(told.map(({ level }) => level))).toEqual(new Set([0, 0.5]))
    const pauses = told.slice(1).map(({ atMs }, i) => atMs - (told[i]?.atMs ?? 0))
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(950)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: false })
  })

  it('changes neither the picture nor the scene that runs, and starts no rule', async () => {
    den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
    den.showroom.handle({ kind: 'switch', ...place('pendant'), on: false })
    await den.clock.advance(5000)
    const before = JSON.stringify(den.showroom.snapshot().fixtures)
    const room = JSON.stringify(den.showroom.snapshot().rooms)
    await show(pendant)
    await den.clock.advance(10_000)
    expect(JSON.stringify(den.showroom.snapshot().fixtures)).toBe(before)
    expect(JSON.stringify(den.showroom.snapshot().rooms)).toBe(room)
    await show(null)
    await den.clock.advance(10_000)
    expect(JSON.stringify(den.showroom.snapshot().fixtures)).toBe(before)
    expect(den.light('corner').on).toBe(false)
  })

  it('obeys a finger meanwhile, and ends as the finger left it', async () => {
    await show(strip)
    await den.clock.advance(3300)
    den.showroom.handle({ kind: 'dim', ...place('strip'), brightness: 0.9, steady: false })
    await den.clock.advance(4000)
    expect(den.light('strip')).toMatchObject({ on: true, brightness: 0.9 })
    expect(await levels(strip, 4000)).toHaveLength(4)
    await show(null)
    await den.clock.advance(5000)
    expect(den.driver.stateOf(strip)).toMatchObject({ on: true, brightness: 0.9 })
    expect(den.light('strip')).toMatchObject({ on: true, brightness: 0.9, reach: 'reachable' })
  })

  it('may stand nowhere yet, and is what it was in the end', async () => {
    await show(newcomer)
    expect(new Set((await levels(newcomer, 6000)).map(({ level }) => level.toFixed(2)))).toEqual(
      new Set(['0.80', '0.28']),
    )
    await show(null)
    await den.clock.advance(3000)
    expect(den.driver.stateOf(newcomer)).toMatchObject({ on: true, brightness: 0.8 })
  })

  it.each([
    ['at its place', radioPlug],
    ['that stands nowhere yet', loosePlug],
  ])('a plug %s switches what hangs on it every other second, and is then as it was', async (_, device) => {
    den.showroom.handle({ kind: 'switch', ...place('radio'), on: true })
    await den.clock.advance(3000)
    const before = JSON.stringify(den.showroom.snapshot().fixtures)
    const [first, start] = [den.driver.sent.length, den.clock.now()]
    expect(await show(device)).toBe(true)
    await den.clock.advance(start + 10_000 - den.clock.now())
    const told = () =>
      den.driver.sent.slice(first).map((command) => (command.kind === 'plug' ? command.on : command))
    expect(told()).toEqual([false, true, false, true, false])
    expect(den.driver.blinking).toEqual(new Set())
    expect(JSON.stringify(den.showroom.snapshot().fixtures)).toBe(before)
    await show(null)
    await den.clock.advance(3000)
    expect(den.driver.stateOf(device)).toMatchObject({ on: true })
    expect(JSON.stringify(den.showroom.snapshot().fixtures)).toBe(before)
  })

  it('one at a time, however quickly staff go from one to the next', async () => {
    const all = [pendant, strip, newcomer, pendant, strip].map((id) => den.showroom.signal.show(id, 60))
    await den.clock.advance(3000)
    expect(await Promise.all(all)).toEqual([true, true, true, true, true])
    expect(await levels(pendant, 5000)).toEqual([])
    expect(await levels(newcomer, 5000)).toEqual([])
    expect((await levels(strip, 5000)).length).toBeGreaterThan(3)
  })
})
