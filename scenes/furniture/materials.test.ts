import { expect, test } from 'vitest'
import { isMaterial, materialNamed, materials } from './materials.ts'

test('no material gives back more light than it gets', () => {
  for (const { albedo } of Object.values(materials))
    for (const value of albedo) expect(value).toBeLessThan(0.9)
})

test('a finish may have a colour of its own, and keeps the rest', () => {
  const { albedo, roughness, pattern } = materialNamed('sofa-cloth #bc8f5a')
  expect({ roughness, pattern }).toEqual({
    roughness: materials['sofa-cloth'].roughness,
    pattern: materials['sofa-cloth'].pattern,
  })
  // #bc is 0.503 linear, #8f 0.275, #5a 0.102 (IEC 61966-2-1).
  expect(albedo.map((value) => value.toFixed(3))).toEqual(['0.503', '0.275', '0.102'])
  expect(materialNamed('wall #ffffff').albedo[0]).toBeLessThan(0.9)
})

test('an unknown finish is known to be one', () => {
  expect(isMaterial('oak')).toBe(true)
  expect(isMaterial('chrome #ffffff')).toBe(false)
  expect(isMaterial('toString')).toBe(false)
})
