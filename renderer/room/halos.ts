import {
  AdditiveBlending,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  PlaneGeometry,
  ShaderMaterial,
} from 'three'
import type { BakedEmitter } from '../../src/light/baked-room.ts'
import type { Rgb } from '../../src/light/linear-colour.ts'

/** A wider source has no halo of its own: the wall it shines on shows it. Metres. */
const widest = 0.4
/** A weaker halo than this is not seen. */
const faintest = 0.01

// Each halo turns to the viewer, and comes a little towards them, so that its own lamp does not hide it.
const vertexShader = /* glsl */ `
  attribute vec3 centre;
  attribute float radius;
  attribute vec3 shine;
  varying vec2 vAt;
  varying vec3 vShine;
  void main() {
    vAt = position.xy * 2.0;
    vShine = shine;
    vec4 middle = modelViewMatrix * vec4(centre, 1.0);
    middle.xyz *= 1.0 - (radius + 0.03) / length(middle.xyz);
    middle.xy += position.xy * (0.34 + 3.2 * min(0.25, radius)) * (shine == vec3(0.0) ? 0.0 : 1.0);
    gl_Position = projectionMatrix * middle;
  }`

const fragmentShader = /* glsl */ `
  varying vec2 vAt;
  varying vec3 vShine;
  void main() {
    float near = max(0.0, 1.0 - length(vAt));
    gl_FragColor = vec4(vShine * (near * near * sqrt(near)), 1.0);
    #include <colorspace_fragment>
  }`

/** Glare around lit lamps, as an eye adds it: all in one draw instead of a bloom pass, which would cost a frame. */
export class Halos {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>
  private readonly emitters: readonly BakedEmitter[]
  private readonly shine: InstancedBufferAttribute

  constructor(emitters: readonly BakedEmitter[]) {
    this.emitters = emitters.filter(({ radius }) => radius < widest)
    const { index, attributes } = new PlaneGeometry(1, 1)
    const geometry = new InstancedBufferGeometry()
    geometry.setIndex(index)
    if (attributes.position) geometry.setAttribute('position', attributes.position)
    const perLamp = (values: number[], size: number) =>
      new InstancedBufferAttribute(Float32Array.from(values), size)
    const centres = this.emitters.flatMap(({ centre }) => [...centre])
    geometry.setAttribute('centre', perLamp(centres, 3))
    geometry.setAttribute(
      'radius',
      perLamp(
        this.emitters.map(({ radius }) => radius),
        1,
      ),
    )
    this.shine = perLamp(
      centres.map(() => 0),
      3,
    )
    geometry.setAttribute('shine', this.shine)
    geometry.instanceCount = this.emitters.length
    const material = new ShaderMaterial({
      vertexShader,
      fragmentShader,
      transparent: true,
      blending: AdditiveBlending,
      depthWrite: false,
      toneMapped: false,
    })
    this.mesh = new Mesh(geometry, material)
    this.mesh.frustumCulled = false
    this.mesh.matrixAutoUpdate = false
  }

  /** `lightOf` gives a fixture's white-balanced linear light in lumens; `exposure` is the picture's. */
  update(lightOf: (fixture: string) => Rgb, exposure: number): void {
    this.emitters.forEach(({ fixture, share }, i) => {
      const [r, g, b] = lightOf(fixture)
      const most = Math.max(r, g, b)
      const strength = Math.min(0.5, 0.09 * (most * share * exposure) ** 0.42)
      const scale = strength > faintest ? strength / most : 0
      this.shine.setXYZ(i, r * scale, g * scale, b * scale)
    })
    this.shine.needsUpdate = true
  }

  dispose(): void {
    this.mesh.geometry.dispose()
    this.mesh.material.dispose()
  }
}
