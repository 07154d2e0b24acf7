import { expect, test } from 'vitest'
import { globe } from '../../scenes/furniture/shapes.ts'
import { layOut } from './layout.ts'
import { closeSeams } from './seams.ts'
import { findTexels } from './texels.ts'

const { parts } = layOut([{ material: 'opal', geometry: globe(0.5), sheet: true }], 64)
const texels = findTexels(parts, 64)
const buried = new Int32Array(texels.count)

/** Light that jumps where the sheet's ends meet: it grows all the way around, from 100 to 200. */
function around(texel: number): number {
  const [x = 0, , z = 0] = texels.position.subarray(texel * 3, texel * 3 + 3)
  return 150 + (50 * Math.atan2(x, z)) / Math.PI
}

const atSeam = Array.from({ length: texels.count }, (_, texel) => texel).filter(
  (texel) => at(texel, 2) < 0 && Math.abs(at(texel, 0)) < 0.02 && Math.abs(at(texel, 1)) < 0.2,
)

/** The largest difference between texels by the seam that lie within 2 cm of each other. */
function largestJump(light: Float32Array): number {
  const jumps = atSeam.flatMap((a) =>
    atSeam
      .filter((b) => Math.hypot(at(a, 0) - at(b, 0), at(a, 1) - at(b, 1), at(a, 2) - at(b, 2)) < 0.02)
      .map((b) => Math.abs((light[a * 3] ?? 0) - (light[b * 3] ?? 0))),
  )
  return Math.max(...jumps)
}

function at(texel: number, axis: number): number {
  return texels.position[texel * 3 + axis] ?? 0
}

test('light goes on over a seam without a step, and stays as it was away from it', () => {
  const light = Float32Array.from({ length: texels.count * 3 }, (_, i) => around(Math.floor(i / 3)))
  const before = light.slice()
  expect(largestJump(light)).toBeGreaterThan(90)
  closeSeams(texels, buried, light, 1)
  expect(largestJump(light)).toBeLessThan(30)
  for (let texel = 0; texel < texels.count; texel++)
    if (at(texel, 2) > 0 && Math.abs(at(texel, 1)) < 0.3) expect(light[texel * 3]).toBe(before[texel * 3])
})
