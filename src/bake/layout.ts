import { Group, Mesh } from 'three'
import { unwrapUVs } from 'three/addons/utils/unwrapUVs.js'
import type { Part } from '../../scenes/furniture/piece.ts'
import { layTexture } from './texture-uv.ts'

/** A part with a place for each of its points in the light map. */
export interface LaidPart {
  readonly part: Part
  /** xyz a vertex, metres. */
  readonly position: Float32Array
  /** xyz a vertex, length 1. */
  readonly normal: Float32Array
  /** uv a vertex: along the surface in metres, or the builder's own. */
  readonly uv: Float32Array
  /** uv a vertex, 0..1; null for what takes no light. */
  readonly lightUv: Float32Array | null
  readonly index: Uint32Array
}

/** Texels of empty space around each surface in the light map, so that filtering does not mix them. */
const gutter = 1

/** Gives every part that takes light its own area of one square light map of `size` texels. */
export function layOut(parts: readonly Part[], size: number): { parts: LaidPart[]; texelsPerMetre: number } {
  const meshes = parts.map((part) => {
    const mesh = new Mesh(layTexture(part))
    // The unwrapper reckons in world space, so a scaled copy gets more or fewer texels.
    mesh.scale.setScalar(part.detail ?? 1)
    return mesh
  })
  const lit = new Group()
  lit.add(...meshes.filter((_, i) => takesLight(parts[i])))
  const result = unwrapUVs(lit, { resolution: size, padding: gutter })
  if (!result) throw new Error(`A light map of ${size} texels is too small for this room.`)
  const laid = parts.map((part, i): LaidPart => {
    const geometry = meshes[i]?.geometry
    if (!geometry) throw new Error('The unwrapper lost a part.')
    const numbers = (name: string) => Float32Array.from(geometry.getAttribute(name).array)
    const count = geometry.getAttribute('position').count
    return {
      part,
      position: numbers('position'),
      normal: numbers('normal'),
      uv: numbers('uv'),
      lightUv: takesLight(part) ? numbers('uv1') : null,
      index: geometry.index
        ? Uint32Array.from(geometry.index.array)
        : Uint32Array.from({ length: count }, (_, k) => k),
    }
  })
  return { parts: laid, texelsPerMetre: result.texelsPerUnit }
}

function takesLight(part: Part | undefined): boolean {
  return part !== undefined && part.detail !== 0
}
