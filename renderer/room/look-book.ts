import { DoubleSide, FrontSide, MeshBasicMaterial, type Texture } from 'three'
import type { BakedMesh, MaterialLook } from '../../src/light/baked-room.ts'
import { type DrawnPattern, drawPattern } from './pattern-canvas.ts'
import { patterns } from './patterns.ts'
import type { Shine } from './surface-shader.ts'

/** From here on a surface mirrors nothing that anybody would miss: chalk, cloth, paper. */
const matteFrom = 0.75

/** Makes materials from what the baked room says of them; a pattern is drawn once and shared. */
export class LookBook {
  private readonly looks: Readonly<Record<string, MaterialLook>>
  private readonly lightMap: Texture
  private readonly slant: number
  private readonly drawn = new Map<string, DrawnPattern | null>()

  constructor(looks: Readonly<Record<string, MaterialLook>>, lightMap: Texture, slant: number) {
    this.looks = looks
    this.lightMap = lightMap
    this.slant = slant
  }

  of(baked: BakedMesh): MaterialLook {
    const look = this.looks[baked.material]
    if (!look) throw new Error(`The baked room has no material "${baked.material}".`)
    return look
  }

  /** What it mirrors with; undefined where baked light times albedo is all there is to see, which is quick to draw. */
  shine(baked: BakedMesh): Shine | undefined {
    const { roughness, metalness } = this.of(baked)
    return roughness >= matteFrom && metalness === 0 ? undefined : { roughness, metalness }
  }

  /** Whether it is of one colour all over. */
  isPlain(baked: BakedMesh): boolean {
    return this.recipe(this.of(baked)) === undefined
  }

  /** Shows baked light times albedo. */
  matte(baked: BakedMesh): MeshBasicMaterial {
    const look = this.of(baked)
    const material = new MeshBasicMaterial({ side: look.twoSided ? DoubleSide : FrontSide })
    this.dress(material, baked, look)
    return material
  }

  dispose(): void {
    for (const pattern of this.drawn.values()) pattern?.texture.dispose()
  }

  private dress(material: MeshBasicMaterial, baked: BakedMesh, look: MaterialLook): void {
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
  }

  private recipe(look: MaterialLook) {
    return look.pattern === undefined ? undefined : patterns[look.pattern]
  }

  private pattern(name: string, look: MaterialLook): DrawnPattern | null {
    const recipe = this.recipe(look)
    if (!recipe) return null
    const known = this.drawn.get(name)
    if (known !== undefined) return known
    const drawn = drawPattern(recipe, look.albedo, name.length * 7919 + 17, this.slant)
    this.drawn.set(name, drawn)
    return drawn
  }
}
