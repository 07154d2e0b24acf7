import type { BakeJob, SunPatch } from './bake-job.ts'
import type { LayerSource } from './light-sources.ts'
import { frontShare, lift, spotsPerTexel } from './rays.ts'
import { jitter } from './spread.ts'
import { TriangleTree } from './triangle-tree.ts'

/** Texels that get more than this of a sun of 1000 lux are in its patch. */
const sunlitLux = 40
/** Rays aimed at each patch. */
const rays = 32
/** Points this near to a patch see enough of it by looking around; and aimed rays would be uneven: metres. */
const cell = 0.2
const beside = 2

/** The patches of a room's suns, to be filled by `findSunlit`; `numbers` is what each texel gets in `fromSuns`. */
export function sunPatches(
  layers: readonly LayerSource[],
  texels: number,
): { patches: SunPatch[]; numbers: number } {
  const patches: SunPatch[] = []
  let numbers = 0
  const hours = new Set(layers.flatMap((layer) => (layer.kind === 'sun' ? [layer.hour] : [])))
  const block = (length: number) => new SharedArrayBuffer(length * 4)
  for (const hour of hours) {
    const own = layers.flatMap((layer, i) => (layer.kind === 'sun' && layer.hour === hour ? [i] : []))
    patches.push({
      layers: own,
      first: numbers,
      count: new Int32Array(block(1)),
      texel: new Int32Array(block(texels)),
      sum: new Float32Array(block(texels)),
    })
    // Red, green, blue and a variance for each layer.
    numbers += own.length * 4
  }
  return { patches, numbers }
}

/** Finds the texels on which each sun shines, and those beside them. */
export function findSunlit(job: BakeJob): void {
  const { texels, position, buried, sunlit, besideSun, patches } = job
  const low = [0, 1, 2].map((axis) => extreme(position, axis, Math.min) - cell * (beside + 1))
  const high = [0, 1, 2].map((axis) => extreme(position, axis, Math.max) + cell * (beside + 1))
  const cells = low.map((from, axis) => Math.ceil(((high[axis] ?? 0) - from) / cell)) as [
    number,
    number,
    number,
  ]
  const cellOf = (texel: number, axis: number) =>
    Math.floor(((position[texel * 3 + axis] as number) - (low[axis] as number)) / cell)
  patches.forEach((patch, number) => {
    const near = new Uint8Array(cells[0] * cells[1] * cells[2])
    let sum = 0
    let count = 0
    for (let texel = 0; texel < texels; texel++) {
      if (buried[texel] === 1) continue
      const sent = sends(job, patch, texel)
      if (sent === 0) continue
      sunlit[texel] = (sunlit[texel] as number) | (1 << number)
      sum += sent
      patch.texel[count] = texel
      patch.sum[count++] = sum
      const [x, y, z] = [cellOf(texel, 0), cellOf(texel, 1), cellOf(texel, 2)]
      for (let dz = -beside; dz <= beside; dz++)
        for (let dy = -beside; dy <= beside; dy++)
          for (let dx = -beside; dx <= beside; dx++)
            near[((z + dz) * cells[1] + y + dy) * cells[0] + x + dx] = 1
    }
    patch.count[0] = count
    for (let texel = 0; texel < texels; texel++)
      if (near[(cellOf(texel, 2) * cells[1] + cellOf(texel, 1)) * cells[0] + cellOf(texel, 0)] === 1)
        besideSun[texel] = (besideSun[texel] as number) | (1 << number)
  })
}

function extreme(position: Float32Array, axis: number, of: (a: number, b: number) => number): number {
  let found = position[axis] ?? 0
  for (let at = axis; at < position.length; at += 3) found = of(found, position[at] as number)
  return found
}

/** What a texel sends on of the sun's light, lumens; 0 for one that lies in the shade. */
function sends(
  { direct, layers, albedo, grain, spotCount }: BakeJob,
  patch: SunPatch,
  texel: number,
): number {
  let lux = 0
  for (const layer of patch.layers) lux += direct[(texel * layers + layer) * 3 + 1] as number
  if (lux < sunlitLux) return 0
  const area = (grain[texel] as number) ** 2 * ((spotCount[texel] as number) / spotsPerTexel)
  const reflected = Math.max(
    albedo[texel * 3] as number,
    albedo[texel * 3 + 1] as number,
    albedo[texel * 3 + 2] as number,
  )
  return lux * area * reflected
}

/** What arrives at each looking texel from the patches of the suns, into `fromSuns`. */
export function aimAtSunlit(job: BakeJob, from: number, to: number): void {
  const tree = new TriangleTree(job.tree)
  for (let texel = from; texel < to; texel++) {
    if (job.thinned.looks[texel] !== 1 || job.buried[texel] === 1) continue
    job.patches.forEach((patch, number) => {
      if (((job.besideSun[texel] as number) >> number) & 1) return
      if ((patch.count[0] as number) > 0) aim(job, tree, texel, patch, number)
    })
  }
}

function aim(job: BakeJob, tree: TriangleTree, texel: number, patch: SunPatch, number: number): void {
  const { normal, direct, layers, albedo, fromSuns, sunNumbers, grain, spotCount } = job
  const thin = job.thin[texel] === 1
  const count = patch.count[0] as number
  const all = patch.sum[count - 1] as number
  const shift = jitter(texel, 401 + number)
  const to = texel * sunNumbers + patch.first
  for (let i = 0; i < rays; i++) {
    const sunny = patch.texel[findSum(patch.sum, count, (all * (i + shift)) / rays)] as number
    const a = spotOf(job, texel, i)
    // Another step than the receiver's, or each of its spots would see but one of the sender's.
    const b = spotOf(job, sunny, i * 3 + (texel & 3))
    const x = (job.spots[b] as number) - (job.spots[a] as number)
    const y = (job.spots[b + 1] as number) - (job.spots[a + 1] as number)
    const z = (job.spots[b + 2] as number) - (job.spots[a + 2] as number)
    const squared = x * x + y * y + z * z
    const distance = Math.sqrt(squared)
    const nx = normal[texel * 3] as number
    const ny = normal[texel * 3 + 1] as number
    const nz = normal[texel * 3 + 2] as number
    const facing = (x * nx + y * ny + z * nz) / distance
    if (facing <= 0 && !thin) continue
    const mx = normal[sunny * 3] as number
    const my = normal[sunny * 3 + 1] as number
    const mz = normal[sunny * 3 + 2] as number
    const leaving = -(x * mx + y * my + z * mz) / distance
    if (leaving <= 0 && job.thin[sunny] !== 1) continue
    const here = facing > 0 ? lift : -lift
    const there = leaving > 0 ? lift : -lift
    const wx = x + mx * there - nx * here
    const wy = y + my * there - ny * here
    const wz = z + mz * there - nz * here
    const way = Math.sqrt(wx * wx + wy * wy + wz * wz)
    const [sx, sy, sz] = [job.spots[a] as number, job.spots[a + 1] as number, job.spots[a + 2] as number]
    if (tree.blocked(sx + nx * here, sy + ny * here, sz + nz * here, wx / way, wy / way, wz / way, way))
      continue
    const side = !thin ? 1 : facing > 0 ? frontShare : 1 - frontShare
    const area = (grain[sunny] as number) ** 2 * ((spotCount[sunny] as number) / spotsPerTexel)
    const chance = (sends(job, patch, sunny) / all) * rays
    const share = (Math.abs(facing * leaving) * side * area) / (Math.PI * squared * chance)
    patch.layers.forEach((layer, k) => {
      let light = 0
      for (let c = 0; c < 3; c++) {
        const part =
          share * (albedo[sunny * 3 + c] as number) * (direct[(sunny * layers + layer) * 3 + c] as number)
        fromSuns[to + k * 4 + c] = (fromSuns[to + k * 4 + c] as number) + part
        light += part / 3
      }
      fromSuns[to + k * 4 + 3] = (fromSuns[to + k * 4 + 3] as number) + light * light
    })
  }
  // From the sum of squares to the variance of the sum.
  for (let k = 0; k < patch.layers.length; k++) {
    const at = to + k * 4
    const total = ((fromSuns[at] as number) + (fromSuns[at + 1] as number) + (fromSuns[at + 2] as number)) / 3
    fromSuns[at + 3] = Math.max(0, (fromSuns[at + 3] as number) - (total * total) / rays)
  }
}

/** Where the numbers of one of a texel's spots begin; one in the open, unless there is none. */
function spotOf({ spotCount, buriedSpots }: BakeJob, texel: number, i: number): number {
  const count = spotCount[texel] as number
  let spot = i % count
  for (let tries = 0; tries < count && ((buriedSpots[texel] as number) >> spot) & 1; tries++)
    spot = (spot + 1) % count
  return (texel * spotsPerTexel + spot) * 3
}

/** The first of the running sums that reaches a value. */
function findSum(sum: Float32Array, count: number, value: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sum[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}
