import { expect, test } from 'vitest'
import { bakeLight } from './bake-light.ts'
import { lampLight } from './testing/path-tracer.ts'
import { bakedScenes, daylitScene, scenes, skyLayers } from './testing/scenes.ts'
import { bakeErrors, keptLight } from './testing/truth.ts'

test.each(Object.entries(scenes))('many points in the light of %s', async (_, { parts, emitters }) => {
  const model = { parts, emitters, window: null }
  const lit = await bakeLight(model, bakedScenes)
  for (const lumens of keptLight(model, lit)(0)) expect(Math.abs(lumens / 1000 - 1)).toBeLessThan(0.005)
  const { median, ninetieth } = bakeErrors(model, lit, new Map([[0, emitters.map(lampLight)]]), 160, 40_000)
  expect(median).toBeLessThan(0.03)
  expect(ninetieth).toBeLessThan(0.08)
})

test('many points in daylight', async () => {
  const lit = await bakeLight(daylitScene, bakedScenes)
  const { median, ninetieth } = bakeErrors(daylitScene, lit, skyLayers, 160, 20_000)
  expect(median).toBeLessThan(0.03)
  expect(ninetieth).toBeLessThan(0.08)
})
