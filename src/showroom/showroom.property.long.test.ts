import { expect, test } from 'vitest'
import { ruleId, sceneId } from '../contract/ids.ts'
import { deviceId } from './device.ts'
import { Den, denFile, pendant, place, strip } from './testing/den.ts'
import { seeded } from './testing/seeded.ts'

const files = [
  denFile(
    'den/party.yaml',
    `fixtures: { strip: { brightness: 0.6 }, pendant: { brightness: 0.2 } }
palettes: [{ fixtures: [strip], colours: ["#ff8800", "#0044ff"], every: 4s }]
`,
  ),
  denFile(
    'den/dawn.yaml',
    `fixtures: { strip: { brightness: 0.1 } }
moments: [{ at: 2s, fixtures: { pendant: { brightness: 1 }, radio: { on: true } }, transition: 20s }]
`,
  ),
  denFile(
    'den/rules/hello.yaml',
    `when: [{ fixture: door, becomes: occupied }, { manual: true }]
do:
  - set: { pendant: { brightness: 0.9 }, radio: { on: true } }
  - wait: 2s
  - set: { strip: { colour: "#ff0000" } }
until: [{ fixture: door, becomes: clear, heldFor: 5s }, { after: 60s }]
`,
  ),
  denFile(
    'den/rules/wake.yaml',
    `when: [{ fixture: radio, becomes: off }, { manual: true }]
do: [{ play: dawn }]
`,
  ),
]
const sensor = deviceId.parse('door-sensor')
const radio = deviceId.parse('radio-plug')
const gone = { code: 'gone', severity: 'error', sentence: 'Gone.', values: {} } as const

/** People, sensors, hands on switches, power cuts and a loose stick, in any order. */
async function wildVisit(den: Den, random: () => number): Promise<void> {
  const pick = <T>(...list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0]
  const dead = new Set<typeof radio>()
  let isPlugged = true
  const plug = async () => {
    isPlugged = !isPlugged
    if (isPlugged) await den.driver.start()
    else den.driver.pullOut(gone)
  }
  const power = (device: typeof radio) => {
    if (dead.delete(device)) den.driver.returnWith(device, { on: true })
    else {
      dead.add(device)
      den.driver.setPower(device, false)
    }
  }
  const byHand = (device: typeof radio) => {
    if (dead.has(device) || !isPlugged) return
    den.driver.changeByItself(device, { on: random() < 0.5, brightness: 0.33 })
  }
  const { showroom, driver } = den
  const deeds: readonly (() => unknown)[] = [
    () => {
      const name = pick('pendant', 'strip', 'corner')
      showroom.handle({ kind: 'dim', ...place(name), brightness: random(), steady: random() < 0.5 })
    },
    () => {
      const name = pick('pendant', 'strip', 'corner', 'radio')
      showroom.handle({ kind: 'switch', ...place(name), on: random() < 0.5 })
    },
    () => showroom.handle({ kind: 'play-scene', scene: sceneId.parse(pick('evening', 'party', 'dawn')) }),
    () => showroom.handle({ kind: 'play-rule', rule: ruleId.parse(pick('hello', 'wake')) }),
    () => showroom.handle({ kind: 'end-rule', rule: ruleId.parse(pick('hello', 'wake')) }),
    () => driver.changeByItself(sensor, { occupied: random() < 0.5 }),
    () => plug(),
    () => power(pick(pendant, strip, radio)),
    () => byHand(pick(pendant, strip)),
  ]
  for (let step = 0; step < 40; step++) {
    await deeds[Math.floor(random() * deeds.length)]?.()
    await den.clock.advance(random() * 6000)
  }
  if (!isPlugged) await plug()
  for (const device of [...dead]) power(device)
  driver.changeByItself(sensor, { occupied: false })
}

test.each(Array.from({ length: 25 }, (_, index) => index + 1))(
  'after wild visit %i all comes to rest, and the next scene reaches every lamp',
  async (seed) => {
    const random = seeded(seed)
    const den = await Den.openWith(files)
    den.driver.setReporting(random() < 0.5)
    const other = { vendor: 'v', model: 'm' }
    den.driver.add(
      { ...other, id: sensor, abilities: { motion: true }, power: 'battery' },
      { occupied: false },
    )
    den.driver.add({ ...other, id: radio, abilities: { plug: true }, power: 'mains' }, { on: false })
    await den.bind(
      { ...place('pendant'), device: pendant },
      { ...place('strip'), device: strip },
      { ...place('door'), device: sensor },
      { ...place('radio'), device: radio },
    )
    await den.restart()
    await wildVisit(den, random)
    await den.clock.advance(150_000)
    expect(den.showroom.snapshot().rules.filter(({ running }) => running)).toEqual([])

    den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
    await den.clock.advance(12_000)
    const { rooms, notices } = den.showroom.snapshot()
    expect(rooms[0]).toMatchObject({ activeScene: 'evening', arrival: { scene: 'evening', missing: [] } })
    expect(notices).toEqual([])
    for (const [name, device] of [
      ['pendant', pendant],
      ['strip', strip],
    ] as const) {
      expect(den.light(name)).toMatchObject({ ...den.driver.stateOf(device), reach: 'reachable', fade: null })
    }
    const sent = den.driver.sent.length
    await den.clock.advance(60_000)
    expect(den.driver.sent.length).toBe(sent)
  },
)
