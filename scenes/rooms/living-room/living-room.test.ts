import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { layOut } from '../../../src/bake/layout.ts'
import { fixtureProxy } from '../../../src/bake/proxies.ts'
import { buildRoom } from '../../../src/bake/read-room.ts'

const file = new URL('./room.yaml', import.meta.url)
const { description, model } = buildRoom('room.yaml', readFileSync(file, 'utf8'))
const lamps = description.fixtures.filter((fixture) => fixture.kind === 'light')

describe('the living room', () => {
  test('has lamps enough to play with', () => {
    expect(lamps.length).toBeGreaterThanOrEqual(10)
    expect(lamps.filter((lamp) => lamp.colour).length).toBeGreaterThanOrEqual(3)
  })

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

  test('every fixture can be hit by a finger, and a lamp where its light is', () => {
    const { parts } = layOut(
      model.parts.filter((part) => part.fixture),
      512,
    )
    for (const fixture of description.fixtures) {
      const proxy = fixtureProxy(fixture, parts)
      expect(proxy.radius, fixture.id).toBeGreaterThan(0.005)
      const lights = model.emitters.filter((emitter) => emitter.fixture === fixture.id)
      if (fixture.kind !== 'light') continue
      const away = lights.map(({ centre }) =>
        Math.hypot(...centre.map((value, axis) => value - (proxy.centre[axis] ?? 0))),
      )
      expect(Math.min(...away), fixture.id).toBeLessThan(0.1)
    }
  })

  test('is drawn with few triangles', () => {
    let triangles = 0
    for (const { geometry } of model.parts)
      triangles += (geometry.index?.count ?? geometry.getAttribute('position').count) / 3
    expect(triangles).toBeLessThanOrEqual(250_000)
  })
})
