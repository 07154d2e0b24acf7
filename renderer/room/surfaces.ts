import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  FrontSide,
  Group,
  type Material,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  Plane,
  type Texture,
  Vector3,
} from 'three'
import type { BakedMesh, MaterialLook } from '../../src/light/baked-room.ts'
import { type DrawnPattern, drawPattern } from './pattern-canvas.ts'
import { patterns } from './patterns.ts'
import { floats, integers, type LoadedRoom, shorts } from './room-file.ts'
import { type GlowUniforms, type RoomUniforms, reflectBakedLight, shineToo } from './surface-shader.ts'
import { type ViewUniforms, windowView } from './window-view.ts'

/** A room's meshes, sorted by what changes in them. */
export interface Surfaces {
  readonly all: Group
  readonly glows: readonly { fixture: string; uniforms: GlowUniforms }[]
  readonly indicators: readonly { fixture: string | undefined; material: MeshBasicMaterial }[]
  readonly blinds: readonly BlindCloth[]
  readonly views: readonly { uniforms: ViewUniforms }[]
  dispose(): void
}

/** A blind's cloth: modelled fully down, raised by moving it up past its roller, where it is cut off. */
export interface BlindCloth {
  readonly mesh: Mesh
  readonly material: MeshStandardMaterial
  /** How far it can be raised, metres. */
  readonly drop: number
}

/** What of a raised blind stays in sight, metres. */
const hemLeft = 0.07

/** Builds what is drawn from a baked room. `lightMap` is the mixed light, `uniforms` what all surfaces share. */
export function buildSurfaces(loaded: LoadedRoom, lightMap: Texture, uniforms: RoomUniforms): Surfaces {
  const all = new Group()
  const glows: { fixture: string; uniforms: GlowUniforms }[] = []
  const indicators: { fixture: string | undefined; material: MeshBasicMaterial }[] = []
  const blinds: BlindCloth[] = []
  const views: { uniforms: ViewUniforms }[] = []
  const looks = new LookBook(loaded.room.materials, lightMap)

  const build = (baked: BakedMesh): Mesh => {
    const geometry = readGeometry(baked, loaded.bytes)
    switch (baked.role) {
      case 'still': {
        const material = looks.standard(baked)
        reflectBakedLight(material, uniforms)
        return new Mesh(geometry, material)
      }
      case 'glow': {
        const material = looks.standard(baked)
        const glow: GlowUniforms = { shine: { value: new Vector3() } }
        shineToo(material, uniforms, glow)
        glows.push({ fixture: baked.fixture ?? '', uniforms: glow })
        return new Mesh(geometry, material)
      }
      case 'blind': {
        const material = looks.standard(baked)
        reflectBakedLight(material, uniforms)
        geometry.computeBoundingBox()
        const { min, max } = geometry.boundingBox ?? { min: new Vector3(), max: new Vector3() }
        material.clippingPlanes = [new Plane(new Vector3(0, -1, 0), max.y)]
        const mesh = new Mesh(geometry, material)
        mesh.frustumCulled = false
        blinds.push({ mesh, material, drop: max.y - min.y - hemLeft })
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
        return new Mesh(geometry, view.material)
      }
    }
  }

  for (const baked of loaded.room.meshes) {
    const mesh = build(baked)
    mesh.name = `${baked.role} ${baked.fixture ?? baked.material}`
    mesh.userData.fixture = baked.fixture
    mesh.matrixAutoUpdate = false
    all.add(mesh)
  }
  const dispose = () => {
    all.traverse((node) => {
      if (!(node instanceof Mesh)) return
      node.geometry.dispose()
      for (const material of [node.material].flat() as Material[]) material.dispose()
    })
    looks.dispose()
    for (const { uniforms } of views) for (const { value } of [uniforms.day, uniforms.night]) value.dispose()
  }
  return { all, glows, indicators, blinds, views, dispose }
}

/** Makes materials from what the baked room says of them; a pattern is drawn once and shared. */
class LookBook {
  private readonly looks: Readonly<Record<string, MaterialLook>>
  private readonly lightMap: Texture
  private readonly drawn = new Map<string, DrawnPattern | null>()

  constructor(looks: Readonly<Record<string, MaterialLook>>, lightMap: Texture) {
    this.looks = looks
    this.lightMap = lightMap
  }

  standard(baked: BakedMesh): MeshStandardMaterial {
    const look = this.looks[baked.material]
    if (!look) throw new Error(`The baked room has no material "${baked.material}".`)
    const material = new MeshStandardMaterial({
      roughness: look.roughness,
      metalness: look.metalness,
      side: look.twoSided ? DoubleSide : FrontSide,
    })
    const pattern = this.pattern(baked.material, look)
    if (pattern) {
      material.map = pattern.texture
      material.color.setRGB(...pattern.tint)
    } else material.color.setRGB(...look.albedo)
    if (baked.tint) {
      // Each vertex has the whole albedo: take the material's own out of what the pattern is multiplied with.
      const [r, g, b] = look.albedo
      material.color.setRGB(material.color.r / r, material.color.g / g, material.color.b / b)
      material.vertexColors = true
    }
    if (baked.lightUv) material.lightMap = this.lightMap
    return material
  }

  dispose(): void {
    for (const pattern of this.drawn.values()) pattern?.texture.dispose()
  }

  private pattern(name: string, look: MaterialLook): DrawnPattern | null {
    const recipe = look.pattern === undefined ? undefined : patterns[look.pattern]
    if (!recipe) return null
    const known = this.drawn.get(name)
    if (known !== undefined) return known
    const drawn = drawPattern(recipe, look.albedo, name.length * 7919 + 17)
    this.drawn.set(name, drawn)
    return drawn
  }
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
