import {
  BufferAttribute,
  BufferGeometry,
  Group,
  type Material,
  Mesh,
  MeshBasicMaterial,
  Plane,
  type Texture,
  Triangle,
  Vector3,
} from 'three'
import type { BakedMesh, MeshRole } from '../../src/light/baked-room.ts'
import { LookBook } from './look-book.ts'
import { floats, integers, type LoadedRoom, shorts } from './room-file.ts'
import { stillSurfaces } from './still-surfaces.ts'
import { addEffects, type GlowUniforms, type RoomUniforms } from './surface-shader.ts'
import { type ViewUniforms, widen, windowView } from './window-view.ts'

/** A room's meshes, sorted by what changes in them. */
export interface Surfaces {
  readonly all: Group
  readonly glows: readonly { fixture: string; uniforms: GlowUniforms }[]
  readonly indicators: readonly { fixture: string | undefined; material: MeshBasicMaterial }[]
  readonly blinds: readonly BlindCloth[]
  readonly lifts: readonly Lift[]
  readonly views: readonly { uniforms: ViewUniforms }[]
  dispose(): void
}

/** A blind's cloth: modelled fully down, raised by moving it up past its roller, where it is cut off. */
export interface BlindCloth {
  readonly mesh: Mesh
  readonly glow: GlowUniforms
  /** How far it can be raised, metres. */
  readonly drop: number
}

/** What hangs where it was modelled while its fixture is open; closed, it has come down by `travel` metres. */
export interface Lift {
  readonly mesh: Mesh
  readonly fixture: string
  readonly travel: number
}

/** What of a raised blind stays in sight, metres. */
const hemLeft = 0.07

/**
 * Builds what is drawn from a baked room. `lightMap` is the mixed light, `uniforms` what all surfaces share, `slant` how
 * many samples a pattern gets where it is seen at a slant.
 */
export function buildSurfaces(
  loaded: LoadedRoom,
  lightMap: Texture,
  uniforms: RoomUniforms,
  slant: number,
): Surfaces {
  const all = new Group()
  const glows: { fixture: string; uniforms: GlowUniforms }[] = []
  const indicators: { fixture: string | undefined; material: MeshBasicMaterial }[] = []
  const blinds: BlindCloth[] = []
  const lifts: Lift[] = []
  const views: { uniforms: ViewUniforms }[] = []
  const looks = new LookBook(loaded.room.materials, lightMap, slant)

  const build = (baked: BakedMesh, role: Exclude<MeshRole, 'still'>): Mesh => {
    const geometry = readGeometry(baked, loaded.bytes)
    switch (role) {
      case 'glow': {
        const material = looks.matte(baked)
        const glow: GlowUniforms = { shine: { value: new Vector3() } }
        // A bulb takes no light that could be baked: all there is to see of it is its own.
        if (!baked.lightUv) material.color.setRGB(0, 0, 0)
        addEffects(material, uniforms, { mirrors: looks.shine(baked), shines: { as: 'lamp', glow } })
        glows.push({ fixture: baked.fixture ?? '', uniforms: glow })
        return new Mesh(geometry, material)
      }
      case 'blind': {
        const material = looks.matte(baked)
        const glow: GlowUniforms = { shine: { value: new Vector3() } }
        addEffects(material, uniforms, { shines: { as: 'cloth', glow } })
        geometry.computeBoundingBox()
        const { min, max } = geometry.boundingBox ?? { min: new Vector3(), max: new Vector3() }
        material.clippingPlanes = [new Plane(new Vector3(0, -1, 0), max.y)]
        const mesh = new Mesh(geometry, material)
        mesh.frustumCulled = false
        blinds.push({ mesh, glow, drop: max.y - min.y - hemLeft })
        return mesh
      }
      case 'lift': {
        const material = looks.matte(baked)
        addEffects(material, uniforms, { mirrors: looks.shine(baked) })
        const mesh = new Mesh(geometry, material)
        mesh.frustumCulled = false
        lifts.push({ mesh, fixture: baked.fixture ?? '', travel: baked.travel ?? 0 })
        return mesh
      }
      case 'indicator': {
        const material = new MeshBasicMaterial()
        indicators.push({ fixture: baked.fixture, material })
        return new Mesh(geometry, material)
      }
      case 'view': {
        const view = windowView()
        views.push(view)
        return new Mesh(widen(geometry), view.material)
      }
    }
  }

  const still = loaded.room.meshes.filter(({ role }) => role === 'still')
  all.add(...stillSurfaces(still, looks, uniforms, (baked) => readGeometry(baked, loaded.bytes)))
  for (const baked of loaded.room.meshes) {
    const { role } = baked
    if (role === 'still') continue
    const mesh = build(baked, role)
    mesh.name = `${role} ${baked.fixture ?? baked.material}`
    mesh.userData.fixture = baked.fixture
    all.add(mesh)
  }
  for (const mesh of all.children) mesh.matrixAutoUpdate = false
  drawFrontFirst(all)
  const dispose = () => {
    all.traverse((node) => {
      if (!(node instanceof Mesh)) return
      node.geometry.dispose()
      for (const material of [node.material].flat() as Material[]) material.dispose()
    })
    looks.dispose()
    for (const { uniforms } of views) for (const { value } of [uniforms.day, uniforms.night]) value.dispose()
  }
  return { all, glows, indicators, blinds, lifts, views, dispose }
}

/**
 * What has large faces (walls, floor, the view) is mostly behind what has small ones: drawn after them, its
 * hidden pixels cost nothing. True distances would tell little of meshes that reach through the room.
 */
function drawFrontFirst(all: Group): void {
  const meshes = all.children.filter((child) => child instanceof Mesh)
  const sizes = new Map(meshes.map((mesh) => [mesh, meanFace(mesh.geometry)]))
  meshes.sort((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0))
  for (const [i, mesh] of meshes.entries()) mesh.renderOrder = i
}

/** Mean area of a triangle, square metres. */
function meanFace(geometry: BufferGeometry): number {
  const index = geometry.getIndex()
  if (!index) return 0
  const at = geometry.getAttribute('position')
  const triangle = new Triangle()
  let sum = 0
  for (let i = 0; i < index.count; i += 3) {
    triangle.setFromAttributeAndIndices(at, index.getX(i), index.getX(i + 1), index.getX(i + 2))
    sum += triangle.getArea()
  }
  return (3 * sum) / index.count
}

function readGeometry(baked: BakedMesh, bytes: ArrayBuffer): BufferGeometry {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(floats(bytes, baked.position), 3))
  geometry.setAttribute('normal', new BufferAttribute(shorts(bytes, baked.normal), 3, true))
  geometry.setAttribute('uv', new BufferAttribute(floats(bytes, baked.uv), 2))
  if (baked.lightUv) geometry.setAttribute('uv1', new BufferAttribute(floats(bytes, baked.lightUv), 2))
  if (baked.tint) geometry.setAttribute('color', new BufferAttribute(shorts(bytes, baked.tint), 3, true))
  if (baked.glow) geometry.setAttribute('glow', new BufferAttribute(floats(bytes, baked.glow), 1))
  geometry.setIndex(new BufferAttribute(integers(bytes, baked.index), 1))
  return geometry
}
