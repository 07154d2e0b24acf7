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

test('what the sun brings in through a window stays in the room, however often it is reflected', async () => {
  // Where nothing is reflected, all light that enters is kept where it first falls.
  const parts = daylitScene.parts.map((part) => ({ ...part, material: 'wall #000000' as const }))
  const black = { ...daylitScene, parts }
  const entered = await bakeLight(black, { ...bakedScenes, gatherRays: 8 })
  const lit = await bakeLight(daylitScene, bakedScenes)
  const suns = lit.layers.flatMap(({ kind }, layer) => (kind === 'sun' ? [layer] : []))
  expect(suns.length).toBeGreaterThan(0)
  const [inBlack, inWhite] = [keptLight(black, entered), keptLight(daylitScene, lit)]
  for (const layer of suns) {
    const [red = 0] = inBlack(layer)
    const [kept = 0] = inWhite(layer)
    expect(Math.abs(kept / red - 1)).toBeLessThan(0.02)
  }
})
