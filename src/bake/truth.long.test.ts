import { expect, test } from 'vitest'
import { bakeLight } from './bake-light.ts'
import { lampLight } from './testing/path-tracer.ts'
import { bakedScenes, scenes } from './testing/scenes.ts'
import { bakeErrors, keptLight } from './testing/truth.ts'

// A path tracer takes its time: more points and rays, screens, strips, shades, the sun and daylight are in the soak.
test.each(Object.entries(scenes).filter(([name]) => name === 'a bulb above two blocks'))(
  '%s lights surfaces as a path tracer says, and no light is lost or made',
  async (_, { parts, emitters }) => {
    const model = { parts, emitters, window: null }
    const lit = await bakeLight(model, { ...bakedScenes, lampRays: 8 })
    for (const lumens of keptLight(model, lit)(0)) expect(Math.abs(lumens / 1000 - 1)).toBeLessThan(0.005)
    const { median, ninetieth } = bakeErrors(model, lit, new Map([[0, emitters.map(lampLight)]]), 20, 5000)
    expect(median).toBeLessThan(0.03)
    expect(ninetieth).toBeLessThan(0.08)
  },
)
