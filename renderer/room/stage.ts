import { type Group, Scene, type WebGLRenderer } from 'three'
import type { BakedRoom } from '../../src/light/baked-room.ts'
import { luminance, type Rgb, apply as transform } from '../../src/light/linear-colour.ts'
import { type Eye, lookAt, meanLight } from './eye.ts'
import { Halos } from './halos.ts'
import { LightMixer } from './light-mixer.ts'
import type { Reflections } from './reflections.ts'
import type { LoadedRoom } from './room-file.ts'
import { type ShownRoom, throughCloth } from './shown-room.ts'
import { type RoomUniforms, roomUniforms } from './surface-shader.ts'
import { buildSurfaces, type Surfaces } from './surfaces.ts'

/** Lamps level off at so many times display white, or nothing of their shape would be left. */
const brightestLamp = 5.5
/** Sky at the window, in the same measure: bright, but with the trees still to be seen. */
const brightestSky = 2.2
/** The same by night: the brightest thing in a dark room, and still a night. */
const brightestNight = 0.3
/** How many of the lamps out there are on when the last of the evening has gone from the sky. */
const litAtDusk = 0.6
/** Street lamps and windows at night, cd/m2, and how bright they may look in the same measure. */
const townNits = 25
const brightestTown = 2.5
/** What a closed blind's cloth shows of the sky behind it, and its colour. */
const clothGlow = 0.3 * throughCloth
const clothColour: Rgb = [1, 0.93, 0.8]
/** A blind that glowed like the sky behind it would look like a window without one. */
const brightestCloth = 0.1

/** A loaded room with everything that is drawn of it, lit as its fixtures are. */
export class Stage {
  readonly scene = new Scene()
  private readonly room: BakedRoom
  private readonly shown: ShownRoom
  private readonly mixer: LightMixer
  private readonly surfaces: Surfaces
  private readonly halos: Halos
  private readonly uniforms: RoomUniforms = roomUniforms()
  private exposure = 1
  private mean: Rgb = [0, 0, 0]

  /** `shown` is what the fixtures look like; `slant` as for `buildSurfaces`. */
  constructor(loaded: LoadedRoom, shown: ShownRoom, slant: number) {
    const { room, light } = loaded
    this.room = room
    this.shown = shown
    this.mixer = new LightMixer(light, room.size, room.layers.length)
    this.surfaces = buildSurfaces(loaded, this.mixer.texture, this.uniforms, slant)
    this.halos = new Halos(room.emitters)
    this.scene.matrixAutoUpdate = false
    this.scene.add(this.surfaces.all, this.halos.mesh)
  }

  /** What can be hit; `userData.fixture` is the fixture it belongs to. */
  get meshes(): Group {
    return this.surfaces.all
  }

  /** Brings up to date what depends on lamps, blind and daylight. Returns by which share the room's light has changed. */
  light(renderer: WebGLRenderer, reflections: Reflections, nowMs: number): number {
    const weights = this.shown.layerWeights(nowMs)
    const eye = lookAt(this.room, weights)
    const mean = meanLight(this.room, weights)
    const meanLux = luminance(mean)
    const change =
      Math.max(...mean.map((light, i) => Math.abs(light - (this.mean[i] ?? 0)))) / Math.max(meanLux, 1e-3)
    this.mean = mean
    this.exposure = eye.exposure
    this.mixer.mix(renderer, weights, eye.whiteBalance)
    this.uniforms.meanLux.value = meanLux
    this.uniforms.cap.value = brightestLamp / eye.exposure
    this.lightLamps(eye, nowMs)
    this.lightWindow(eye, nowMs)
    renderer.toneMappingExposure = eye.exposure
    reflections.follow(this.uniforms)
    return change
  }

  /** Takes the reflections anew, of a room that has come to rest. */
  reflect(renderer: WebGLRenderer, reflections: Reflections): void {
    // Glare is in the eye, not in the room: nothing mirrors it.
    this.halos.mesh.visible = false
    reflections.take(renderer, this.scene, this.uniforms)
    this.halos.mesh.visible = true
  }

  /** Brings up to date what depends on time alone. */
  animate(nowMs: number): void {
    const full = 0.5 / this.exposure
    for (const { fixture, material } of this.surfaces.indicators) {
      const level = (0.03 + 0.97 * this.shown.indicator(fixture, nowMs)) * full
      material.color.setRGB(0.95 * level, 0.8 * level, 0.5 * level)
    }
  }

  dispose(): void {
    this.surfaces.dispose()
    this.halos.dispose()
    this.mixer.dispose()
  }

  private lightLamps(eye: Eye, nowMs: number): void {
    const lightOf = (fixture: string): Rgb => {
      const { lumens, rgb } = this.shown.lightOf(fixture, nowMs)
      const [r, g, b] = transform(eye.whiteBalance, rgb)
      return [Math.max(0, r) * lumens, Math.max(0, g) * lumens, Math.max(0, b) * lumens]
    }
    for (const { fixture, uniforms } of this.surfaces.glows) uniforms.shine.value.set(...lightOf(fixture))
    this.halos.update(lightOf, eye.exposure)
  }

  private lightWindow({ exposure, whiteBalance }: Eye, nowMs: number): void {
    const { nits, high, low, lit } = this.shown.daylight.view
    const nightfall = Math.max(0, lit - litAtDusk) / (1 - litAtDusk)
    const brightest = brightestSky * (brightestNight / brightestSky) ** nightfall
    const sky = Math.min(nits, brightest / exposure)
    for (const { uniforms } of this.surfaces.views) {
      uniforms.dayNits.value = sky
      uniforms.nightfall.value = nightfall
      uniforms.high.value.set(...high)
      uniforms.low.value.set(...low)
      uniforms.nightNits.value = lit * Math.min(townNits, brightestTown / exposure)
      const [a, b, c] = whiteBalance
      uniforms.whiteBalance.value.set(...a, ...b, ...c)
    }
    for (const { mesh, fixture, travel } of this.surfaces.lifts) {
      mesh.matrix.makeTranslation(0, (this.shown.opennessOf(fixture, nowMs) - 1) * travel, 0)
      mesh.matrixWorldNeedsUpdate = true
    }
    const open = this.shown.blindOpenness(nowMs)
    for (const { mesh, glow, drop } of this.surfaces.blinds) {
      mesh.matrix.makeTranslation(0, open * drop, 0)
      mesh.matrixWorldNeedsUpdate = true
      glow.shine.value
        .set(...transform(whiteBalance, clothColour))
        .multiplyScalar(Math.min(nits * clothGlow, brightestCloth / exposure))
    }
  }
}
