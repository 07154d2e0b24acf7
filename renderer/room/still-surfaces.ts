import { BufferAttribute, type BufferGeometry, Mesh } from 'three'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'
import type { BakedMesh } from '../../src/light/baked-room.ts'
import type { Rgb } from '../../src/light/linear-colour.ts'
import type { LookBook } from './look-book.ts'
import { addEffects, type RoomUniforms, type Shine } from './surface-shader.ts'

/**
 * What stands still in a room. Surfaces of one colour that shine alike are drawn as one, their colours at
 * their vertices: a room has dozens of materials, and each would be a draw call.
 */
export function stillSurfaces(
  meshes: readonly BakedMesh[],
  looks: LookBook,
  uniforms: RoomUniforms,
  read: (baked: BakedMesh) => BufferGeometry,
): Mesh[] {
  const alike = new Map<string, BakedMesh[]>()
  for (const baked of meshes) {
    const key = looks.isPlain(baked) ? shineOf(baked, looks) : `pattern ${baked.material} ${alike.size}`
    alike.set(key, [...(alike.get(key) ?? []), baked])
  }
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const material = looks.matte(first)
    const mirrors = looks.shine(first)
    if (mirrors)
      addEffects(material, uniforms, { mirrors: looks.isPlain(first) ? rounded(mirrors) : mirrors })
    if (!looks.isPlain(first)) return [new Mesh(read(first), material)]
    const merged = mergeGeometries(group.map((baked) => coloured(read(baked), looks.of(baked).albedo)))
    material.vertexColors = true
    material.color.setRGB(1, 1, 1)
    return [new Mesh(merged, material)]
  })
}

/** The same for surfaces that can be drawn as one. */
function shineOf(baked: BakedMesh, looks: LookBook): string {
  const { twoSided = false } = looks.of(baked)
  const shine = looks.shine(baked)
  return JSON.stringify([shine ? rounded(shine) : 'matte', twoSided, baked.lightUv !== undefined])
}

/** Nobody tells apart what shines nearly alike. */
function rounded({ roughness, metalness }: Shine): Shine {
  return { roughness: Math.round(roughness * 10) / 10, metalness: Math.round(metalness * 10) / 10 }
}

function coloured(geometry: BufferGeometry, albedo: Rgb): BufferGeometry {
  const { count } = geometry.getAttribute('position')
  const tint = geometry.hasAttribute('color') ? geometry.getAttribute('color') : null
  const colours = new Float32Array(count * 3)
  for (let i = 0; i < count; i++)
    colours.set(tint === null ? albedo : [tint.getX(i), tint.getY(i), tint.getZ(i)], i * 3)
  geometry.setAttribute('color', new BufferAttribute(colours, 3))
  geometry.deleteAttribute('uv')
  return geometry
}
