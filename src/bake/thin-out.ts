import type { BakeJob, ThinnedTexels } from './bake-job.ts'
import type { Texels } from './texels.ts'

/** Neighbours must face the same way, to within this cosine. */
const sameWay = 0.9

/** Every other texel, as on a chessboard, asks its neighbours on the same part; who has fewer than two looks. */
export function thinOut(texels: Texels): ThinnedTexels {
  const { size, count, pixel, ofPixel, part, normal } = texels
  const looks = new Int32Array(count).fill(1)
  const neighbours = new Int32Array(count * 4).fill(-1)
  const alike = (a: number, b: number) =>
    part[a] === part[b] &&
    (normal[a * 3] ?? 0) * (normal[b * 3] ?? 0) +
      (normal[a * 3 + 1] ?? 0) * (normal[b * 3 + 1] ?? 0) +
      (normal[a * 3 + 2] ?? 0) * (normal[b * 3 + 2] ?? 0) >
      sameWay
  for (let texel = 0; texel < count; texel++) {
    const at = pixel[texel] ?? 0
    const x = at % size
    const y = Math.floor(at / size)
    if ((x + y) % 2 === 0) continue
    let found = 0
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      if (x + dx < 0 || x + dx >= size || y + dy < 0 || y + dy >= size) continue
      const other = ofPixel[(y + dy) * size + x + dx] ?? -1
      if (other >= 0 && alike(texel, other)) neighbours[texel * 4 + found++] = other
    }
    if (found >= 2) looks[texel] = 0
  }
  return { looks, neighbours }
}

/** Lets those texels look whose neighbours are all inside something solid, and marks them as orphans. */
export function giveOrphansRays({ thinned: { looks, neighbours }, buried, orphans }: BakeJob): void {
  for (let texel = 0; texel < looks.length; texel++) {
    if (looks[texel] === 1 || buried[texel] === 1) continue
    let free = 0
    for (let i = texel * 4; i < texel * 4 + 4 && (neighbours[i] as number) >= 0; i++)
      if (buried[neighbours[i] as number] !== 1) free++
    if (free > 0) continue
    looks[texel] = 1
    orphans[texel] = 1
  }
}

/** Gives each texel that did not look the mean of its neighbours, `stride` numbers each. */
export function fillIn(
  { thinned: { looks, neighbours }, buried }: BakeJob,
  values: Float32Array,
  stride: number,
): void {
  for (let texel = 0; texel < looks.length; texel++) {
    if (looks[texel] === 1 || buried[texel] === 1) continue
    let found = 0
    for (let i = texel * 4; i < texel * 4 + 4 && (neighbours[i] as number) >= 0; i++) {
      const other = neighbours[i] as number
      if (buried[other] === 1) continue
      found++
      for (let f = 0; f < stride; f++)
        values[texel * stride + f] =
          (values[texel * stride + f] as number) + (values[other * stride + f] as number)
    }
    for (let f = 0; f < stride; f++)
      values[texel * stride + f] = (values[texel * stride + f] as number) / found
  }
}
