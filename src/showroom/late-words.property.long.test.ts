import { expect, test } from 'vitest'
import { sceneId } from '../contract/ids.ts'
import { Den, denFile, pendant, place, strip } from './testing/den.ts'
import { seeded } from './testing/seeded.ts'

const dinner = denFile(
  'den/dinner.yaml',
  'transition: 1.6s\nfixtures: { pendant: { brightness: 0.6, kelvin: 2300 }, strip: { brightness: 0.35, colour: "#ffb46b" } }\n',
)
const night = denFile(
  'den/night.yaml',
  'transition: 3s\nfixtures: { pendant: { on: false }, strip: { brightness: 0.08, kelvin: 2300 } }\n',
)
const scenes = ['dinner', 'night', 'evening'].map((id) => sceneId.parse(id))
const seeds = Array.from({ length: 24 }, (_, index) => index + 1)

/** Some scenes in quick succession, while what lamps say of them comes late and out of order. */
async function inAHurry(random: () => number) {
  const den = await Den.openWith([dinner, night])
  den.driver.setLateness(7000, random)
  const pick = () => scenes[Math.floor(random() * scenes.length)] ?? scenes[0]
  let last = pick()
  for (let scene = 0; scene < 2 + random() * 2; scene++) {
    last = pick()
    if (last !== undefined) den.showroom.handle({ kind: 'play-scene', scene: last })
    await den.clock.advance(random() * 3500)
  }
  const room = () => den.showroom.snapshot().rooms[0]
  const agrees = () => {
    for (const [name, device] of [
      ['pendant', pendant],
      ['strip', strip],
    ] as const) {
      const { on, brightness } = den.driver.stateOf(device) ?? {}
      expect(den.light(name)).toMatchObject({ on, reach: 'reachable', fade: null })
      if (on) expect(den.light(name).brightness).toBeCloseTo(brightness ?? -1, 1)
    }
  }
  return { den, last, room, agrees }
}

test.each(seeds)('late words of earlier scenes end no scene (%i)', async (seed) => {
  const { den, last, room, agrees } = await inAHurry(seeded(seed))
  await den.clock.advance(4000)
  // The last scene is there, whatever is still said of those before it.
  for (let waitedMs = 0; waitedMs < 12_000; waitedMs += 50) {
    agrees()
    expect(room()).toMatchObject({ activeScene: last, arrival: { scene: last, missing: [] } })
    await den.clock.advance(50)
  }
  const { sent } = den.driver
  expect(
    sent
      .slice(-2)
      .map(({ device }) => device)
      .sort(),
  ).toEqual([pendant, strip].sort())
})

test.each(seeds)('another hand ends a scene, however late the lamps speak (%i)', async (seed) => {
  const random = seeded(seed)
  const { den, room, agrees } = await inAHurry(random)
  await den.clock.advance(4200 + random() * 4000)
  const before = den.driver.sent.length
  const on = den.driver.stateOf(pendant)?.on !== true
  den.driver.changeByItself(pendant, { on, brightness: 0.93 })
  await den.clock.advance(200)
  agrees()
  await den.clock.advance(40_000)
  agrees()
  expect(den.driver.stateOf(pendant)?.on).toBe(on)
  expect(den.driver.sent).toHaveLength(before)
  expect(room()?.activeScene).toBeNull()
  den.showroom.handle({ kind: 'switch', ...place('pendant'), on: !on })
  await den.clock.advance(1000)
  expect(den.driver.stateOf(pendant)?.on).toBe(!on)
})
