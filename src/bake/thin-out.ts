import type { Texels } from './texels.ts'

/** Which texels look for bounced light, and whom the others ask. Bounced light is soft: half of them will do. */
export interface ThinnedTexels {
  /** 1 for each texel that looks for itself. */
  readonly looks: Int32Array
  /** Four a texel: neighbours that do, -1 for none. Only of use for texels that do not. */
  readonly neighbours: Int32Array
}

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

/** Gives each texel that did not look the mean of its neighbours, `stride` numbers each. */
export function fillIn(
  { looks, neighbours }: ThinnedTexels,
  values: Float32Array | Int32Array,
  stride: number,
): void {
  for (let texel = 0; texel < looks.length; texel++) {
    if (looks[texel] === 1) continue
    let found = 0
    while (found < 4 && (neighbours[texel * 4 + found] as number) >= 0) found++
    for (let f = 0; f < stride; f++) {
      let sum = 0
      for (let i = 0; i < found; i++)
        sum += values[(neighbours[texel * 4 + i] as number) * stride + f] as number
      values[texel * stride + f] = sum / found
    }
  }
}
