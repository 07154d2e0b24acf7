import { expect, test } from 'vitest'
import { sheet } from '../../scenes/furniture/shapes.ts'
import { layOut } from './layout.ts'
import { dropSparks } from './sparks.ts'
import { findTexels } from './texels.ts'

test('a single bright texel is dimmed to those around it, and a slope of light stays as it is', () => {
  const { parts } = layOut([{ material: 'wall', geometry: sheet(1, 1) }], 32)
  const texels = findTexels(parts, 32)
  const looks = Int32Array.from(texels.pixel, (pixel) =>
    ((pixel % 32) + Math.floor(pixel / 32)) % 2 === 0 ? 1 : 0,
  )
  const slope = (texel: number) => 100 + 50 * (texels.position[texel * 3] ?? 0)
  const light = Float32Array.from({ length: texels.count * 3 }, (_, i) => slope(Math.floor(i / 3)))
  const middle = texels.ofPixel[14 * 32 + 14] ?? -1
  expect(looks[middle]).toBe(1)
  light.fill(900, middle * 3, middle * 3 + 3)
  const surface = {
    ...texels,
    texels: texels.count,
    layers: 1,
    buried: new Int32Array(texels.count),
    thinned: { looks },
  }
  dropSparks(surface, light)
  for (let texel = 0; texel < texels.count; texel++) {
    const lit = light[texel * 3] ?? 0
    expect(Math.abs(lit - slope(texel))).toBeLessThan(12)
  }
})
