import { BufferAttribute, type BufferGeometry, Mesh } from 'three'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'
import type { BakedMesh } from '../../src/light/baked-room.ts'
import type { Rgb } from '../../src/light/linear-colour.ts'
import type { LookBook } from './look-book.ts'
import { type RoomUniforms, reflectBakedLight } from './surface-shader.ts'

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
    const material = looks.isMatte(first) ? looks.matte(first) : looks.standard(first)
    if ('roughness' in material) reflectBakedLight(material, uniforms)
    if (!looks.isPlain(first)) return [new Mesh(read(first), material)]
    const merged = mergeGeometries(group.map((baked) => coloured(read(baked), looks.of(baked).albedo)))
    material.vertexColors = true
    material.color.setRGB(1, 1, 1)
    return [new Mesh(merged, material)]
  })
}

/** The same for surfaces that can be drawn as one. */
function shineOf(baked: BakedMesh, looks: LookBook): string {
  const { roughness, metalness, twoSided = false } = looks.of(baked)
  const shine = looks.isMatte(baked) ? 'matte' : `${roughness.toFixed(1)} ${metalness.toFixed(1)}`
  return `${shine} ${twoSided} ${baked.lightUv !== undefined}`
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
