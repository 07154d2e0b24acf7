import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { placesIn } from '../../../src/bake/bake-room.ts'
import { layOut } from '../../../src/bake/layout.ts'
import { fixtureProxy } from '../../../src/bake/proxies.ts'
import { roomDescription } from '../../../src/showroom/room.ts'
import { materials } from '../../furniture/materials.ts'
import { buildRoom } from './build.ts'

const description = roomDescription.parse(
  parse(readFileSync(new URL('./room.yaml', import.meta.url), 'utf8')),
)
const model = buildRoom(placesIn(description))
const lamps = description.fixtures.filter((fixture) => fixture.kind === 'light')

describe('the living room', () => {
  test.each(lamps.map((lamp) => lamp.id))('%s gives light and is seen to', (id) => {
    expect(model.emitters.some((emitter) => emitter.fixture === id)).toBe(true)
    expect(
      model.parts.some((part) => part.role === 'glow' && part.fixture === id && (part.glow ?? 0) > 0),
    ).toBe(true)
  })

  test('nothing gives light that the description does not name', () => {
    const ids = new Set<string>(description.fixtures.map((fixture) => fixture.id))
    for (const emitter of model.emitters) expect(ids).toContain(emitter.fixture)
    for (const part of model.parts) if (part.fixture) expect(ids).toContain(part.fixture)
  })

  test('every fixture can be hit by a finger, near where the description puts it', () => {
    const { parts } = layOut(
      model.parts.filter((part) => part.fixture),
      256,
    )
    for (const fixture of description.fixtures) {
      const proxy = fixtureProxy(fixture, parts)
      expect(proxy.radius).toBeGreaterThan(0)
      const away = Math.hypot(...fixture.at.map((value, axis) => value - (proxy.centre[axis] ?? 0)))
      expect(away, fixture.id).toBeLessThan(1)
    }
  })

  test('no material gives back more light than it gets', () => {
    for (const { albedo } of Object.values(materials))
      for (const value of albedo) expect(value).toBeLessThan(0.9)
  })
})
