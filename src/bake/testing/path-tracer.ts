import { materialNamed } from '../../../scenes/furniture/materials.ts'
import type { Emitter, Opening, Place } from '../../../scenes/furniture/piece.ts'
import type { Rgb } from '../../light/linear-colour.ts'
import type { BakeModel } from '../bake-light.ts'

/**
 * A path tracer as plain as can be, to hold the baker against: every triangle is tried for every ray, every
 * number is drawn from one pseudo-random sequence, and nothing is cached, filtered or shared with the baker but
 * what a scene means. Each reflection draws one point of the source and one direction by the cosine (Kajiya
 * 1986); paths end by chance, in proportion to what they still carry.
 */
export class PathTracer {
  private readonly triangles: readonly Triangle[]
  /** Nine numbers a triangle: a corner and two edges. */
  private readonly corners: Float64Array
  private readonly lights: readonly DrawLight[]
  private readonly chance: () => number

  /** `lights` are what one layer of a bake is lit by. */
  constructor(model: Pick<BakeModel, 'parts'>, lights: readonly DrawLight[], seed = 1) {
    this.triangles = model.parts.filter((part) => part.blocks !== false).flatMap(trianglesOf)
    this.corners = Float64Array.from(
      this.triangles.flatMap(({ corner, edges }) => [...corner, ...edges[0], ...edges[1]]),
    )
    this.lights = lights
    this.chance = sequence(seed)
  }

  /** Mean of so many paths: lux, red, green and blue, at a point whose surface faces `normal`. */
  illuminance(point: Place, normal: Place, paths: number): Rgb {
    const sum: [number, number, number] = [0, 0, 0]
    const side = Math.ceil(Math.sqrt(paths))
    for (let i = 0; i < side * side; i++) {
      // The first directions are one from each cell of a grid, which is as true as chance and quieter.
      const cell = [Math.floor(i / side) / side, (i % side) / side, 1 / side] as const
      this.follow(add(point, normal, 1e-5), normal, cell, sum)
    }
    return [sum[0] / side ** 2, sum[1] / side ** 2, sum[2] / side ** 2]
  }

  /** Whether a point is in something solid: most of what it sees are the backs of surfaces, or nothing. */
  inside(point: Place): boolean {
    let fronts = 0
    const looks = 64
    // Until more looks could not change which are the most.
    for (let i = 0; fronts < looks / 2 && i - fronts <= looks / 2; i++) {
      const height = 2 * this.chance() - 1
      const angle = 2 * Math.PI * this.chance()
      const wide = Math.sqrt(1 - height * height)
      const along: Place = [wide * Math.cos(angle), height, wide * Math.sin(angle)]
      const hit = this.closest(point, along)
      if (hit && dot(hit.normal, along) < 0) fronts++
    }
    return fronts < looks / 2
  }

  private follow(start: Place, facing: Place, cell: Cell, sum: [number, number, number]): void {
    const carried: [number, number, number] = [1, 1, 1]
    let [point, normal] = [start, facing]
    // What arrives first counts most, and is drawn several times.
    for (let draws = firstDraws, within = cell; ; draws = 1, within = anywhere) {
      for (let i = 0; i < draws; i++) this.addDirect(point, normal, carried, sum, draws)
      const along = this.drawByCosine(normal, within)
      const hit = this.closest(point, along)
      // The backs of things are never seen from where light is.
      if (!hit || dot(hit.normal, along) > 0) return
      for (const c of [0, 1, 2] as const) carried[c] *= hit.albedo[c]
      const survives = Math.min(1, Math.max(...carried))
      if (this.chance() >= survives) return
      for (const c of [0, 1, 2] as const) carried[c] /= survives
      normal = hit.normal
      point = add(add(point, along, hit.distance), normal, 1e-5)
    }
  }

  private addDirect(point: Place, normal: Place, carried: Rgb, sum: number[], draws: number): void {
    for (const light of this.lights) {
      const drawn = light(point, this.chance)
      if (!drawn) continue
      const facing = dot(drawn.along, normal)
      if (facing <= 0 || this.closest(point, drawn.along, drawn.distance - 1e-4)) continue
      for (const c of [0, 1, 2] as const)
        sum[c] = (sum[c] ?? 0) + (carried[c] * drawn.radiance[c] * facing) / draws
    }
  }

  private drawByCosine(normal: Place, [u, v, size]: Cell): Place {
    // A point on a ball that touches the surface (Lambert's law).
    const height = 2 * (u + size * this.chance()) - 1
    const angle = 2 * Math.PI * (v + size * this.chance())
    const wide = Math.sqrt(1 - height * height)
    return unit(add(normal, [wide * Math.cos(angle), height, wide * Math.sin(angle)], 0.99999))
  }

  /** The nearest triangle on the ray: Möller and Trumbore's test for each, written out, for it is all the work. */
  private closest(from: Place, along: Place, within = Number.POSITIVE_INFINITY): Hit | null {
    const [x, y, z] = from
    const [dx, dy, dz] = along
    const { corners } = this
    let nearest = -1
    let best = within
    for (let at = 0; at < corners.length; at += 9) {
      const [ux, uy, uz] = [corners[at + 3] as number, corners[at + 4] as number, corners[at + 5] as number]
      const [vx, vy, vz] = [corners[at + 6] as number, corners[at + 7] as number, corners[at + 8] as number]
      const [px, py, pz] = [dy * vz - dz * vy, dz * vx - dx * vz, dx * vy - dy * vx]
      const volume = ux * px + uy * py + uz * pz
      if (Math.abs(volume) < 1e-12) continue
      const ox = x - (corners[at] as number)
      const oy = y - (corners[at + 1] as number)
      const oz = z - (corners[at + 2] as number)
      const u = (ox * px + oy * py + oz * pz) / volume
      if (u < 0 || u > 1) continue
      const [qx, qy, qz] = [oy * uz - oz * uy, oz * ux - ox * uz, ox * uy - oy * ux]
      const v = (dx * qx + dy * qy + dz * qz) / volume
      if (v < 0 || u + v > 1) continue
      const distance = (vx * qx + vy * qy + vz * qz) / volume
      if (distance <= 1e-6 || distance >= best) continue
      best = distance
      nearest = at / 9
    }
    const triangle = this.triangles[nearest]
    return triangle ? { distance: best, normal: triangle.normal, albedo: triangle.albedo } : null
  }
}

const firstDraws = 4

/** A square of the unit square: its corner and its size. */
type Cell = readonly [number, number, number]
const anywhere: Cell = [0, 0, 1]

/** Light from one point of a source, already divided by how likely that point was to be drawn: cd/m2 times sr. */
export interface DrawnLight {
  readonly along: Place
  readonly distance: number
  readonly radiance: Rgb
}
export type DrawLight = (point: Place, chance: () => number) => DrawnLight | null

/** An emitter of a lamp that gives a thousand lumens. */
export function lampLight(emitter: Emitter): DrawLight {
  return (point, chance) => {
    const { at, normal, area } = pointOn(emitter, chance)
    // A diffuse surface of so many square metres: flux / (pi area) in every direction.
    return fromSurface(point, at, normal, (1000 * emitter.share) / (Math.PI * area), area)
  }
}

/** What the outdoors send through an opening: `radiance` of each direction (cd/m2, red, green, blue). */
export function windowLight(opening: Opening, radiance: (along: Place) => Rgb): DrawLight {
  const { centre, u, v } = opening
  const spanned = cross(u, v)
  const area = 4 * Math.hypot(...spanned)
  return (point, chance) => {
    const at = add(add(centre, u, 2 * chance() - 1), v, 2 * chance() - 1)
    const drawn = fromSurface(point, at, unit(spanned), 1, area)
    if (!drawn) return null
    const light = radiance(drawn.along)
    const scale = drawn.radiance[0]
    return { ...drawn, radiance: [light[0] * scale, light[1] * scale, light[2] * scale] }
  }
}

interface Triangle {
  readonly corner: Place
  readonly edges: readonly [Place, Place]
  readonly normal: Place
  readonly albedo: Rgb
}
type Hit = Pick<Triangle, 'normal' | 'albedo'> & { readonly distance: number }

function trianglesOf({ geometry, material }: BakeModel['parts'][number]): Triangle[] {
  const position = geometry.getAttribute('position')
  const point = (vertex: number): Place => [
    position.getX(vertex),
    position.getY(vertex),
    position.getZ(vertex),
  ]
  const index = geometry.index
    ? [...geometry.index.array]
    : Array.from({ length: position.count }, (_, i) => i)
  return Array.from({ length: index.length / 3 }, (_, i) => {
    const [a, b, c] = [0, 1, 2].map((k) => point(index[i * 3 + k] ?? 0)) as [Place, Place, Place]
    const edges = [add(b, a, -1), add(c, a, -1)] as const
    return { corner: a, edges, normal: unit(cross(...edges)), albedo: materialNamed(material).albedo }
  })
}

function pointOn(emitter: Emitter, chance: () => number): { at: Place; normal: Place; area: number } {
  const { centre } = emitter
  switch (emitter.shape) {
    case 'sphere': {
      const { radius } = emitter
      const height = 2 * chance() - 1
      const angle = 2 * Math.PI * chance()
      const wide = Math.sqrt(1 - height * height)
      const normal: Place = [wide * Math.cos(angle), height, wide * Math.sin(angle)]
      return { at: add(centre, normal, radius), normal, area: 4 * Math.PI * radius * radius }
    }
    case 'tube': {
      const { radius, height } = emitter
      const angle = 2 * Math.PI * chance()
      const normal: Place = [Math.cos(angle), 0, Math.sin(angle)]
      const at = add(add(centre, normal, radius), [0, height, 0], chance() - 0.5)
      return { at, normal, area: 2 * Math.PI * radius * height }
    }
    case 'rectangle': {
      const { u, v } = emitter
      const spanned = cross(u, v)
      const at = add(add(centre, u, 2 * chance() - 1), v, 2 * chance() - 1)
      return { at, normal: unit(spanned), area: 4 * Math.hypot(...spanned) }
    }
  }
}

function fromSurface(
  point: Place,
  at: Place,
  normal: Place,
  luminance: number,
  area: number,
): DrawnLight | null {
  const way = add(at, point, -1)
  const distance = Math.hypot(...way)
  const along = unit(way)
  const leaving = -dot(along, normal)
  if (leaving <= 0) return null
  const radiance = (luminance * area * leaving) / (distance * distance)
  return { along, distance, radiance: [radiance, radiance, radiance] }
}

function add(a: Place, b: Place, times: number): Place {
  return [a[0] + b[0] * times, a[1] + b[1] * times, a[2] + b[2] * times]
}

function dot(a: Place, b: Place): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

function cross(a: Place, b: Place): Place {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

function unit(a: Place): Place {
  const length = Math.hypot(...a)
  return [a[0] / length, a[1] / length, a[2] / length]
}

/** Pseudo-random numbers 0..1, the same every time (xorshift, Marsaglia 2003). */
function sequence(seed: number): () => number {
  let state = Math.imul(seed, 2654435761) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 4294967296
  }
}
