import { PerspectiveCamera, Scene, Vector3, WebGLRenderer } from 'three'
import type { FixtureState } from '../../src/contract/fixture-state.ts'
import { type FixtureId, fixtureId } from '../../src/contract/ids.ts'
import { luminance, type Rgb, apply as transform } from '../../src/light/linear-colour.ts'
import { NoWebGlError } from './errors.ts'
import { type Eye, lookAt, meanLight } from './eye.ts'
import { FramePacer } from './frame-pacer.ts'
import { Halos } from './halos.ts'
import { LightMixer } from './light-mixer.ts'
import { nearestTarget, type Target } from './picking.ts'
import { Reflections } from './reflections.ts'
import { integers, type LoadedRoom, loadRoomFile } from './room-file.ts'
import { ShownRoom } from './shown-room.ts'
import type { RoomUniforms } from './surface-shader.ts'
import { buildSurfaces, type Surfaces } from './surfaces.ts'
import { useRoomTone } from './tone.ts'
import { turnLimit, viewPoint } from './view-point.ts'

export interface RoomViewOptions {
  /** Most pixels drawn for a CSS pixel; 2 by default. */
  readonly maxPixelRatio?: number
  /** Time in milliseconds for the picture's own clock; `performance.now` by default. */
  readonly now?: () => number
  /** Asks for a frame; `requestAnimationFrame` by default. */
  readonly requestFrame?: (draw: () => void) => number
  readonly cancelFrame?: (request: number) => void
}

/** Where a fixture is on the canvas, in CSS pixels from its upper left corner. */
export interface ScreenPlace {
  readonly x: number
  readonly y: number
  readonly radius: number
  /** False when it lies outside the picture; x and y still say in which direction. */
  readonly inside: boolean
}

/** A loaded room with all that is drawn of it. */
interface Stage {
  readonly loaded: LoadedRoom
  readonly shown: ShownRoom
  readonly mixer: LightMixer
  readonly surfaces: Surfaces
  readonly halos: Halos
}

/** Lamps level off at so many times display white, or nothing of their shape would be left. */
const brightest = 7
/** Sky at the window, in the same measure: bright, but with the trees still to be seen. */
const brightestView = 2.2
/** Pictures a second while only a record turns. */
const turningMs = 50

/**
 * Draws a room and lights it as its fixtures are. Draws when something changes and never else. Lengths on the
 * screen are CSS pixels; times are the showroom's clock, in milliseconds.
 */
export class RoomView {
  private readonly canvas: HTMLCanvasElement
  private readonly renderer: WebGLRenderer
  private readonly scene = new Scene()
  private readonly camera = new PerspectiveCamera(45, 1, 0.05, 40)
  private readonly reflections: Reflections
  private readonly pacer = new FramePacer()
  private readonly uniforms: RoomUniforms = { meanLux: { value: 1 }, cap: { value: 1 } }
  private readonly maxPixelRatio: number
  private readonly now: () => number
  private readonly requestFrame: (draw: () => void) => number
  private readonly cancelFrame: (request: number) => void

  private stage: Stage | null = null
  private eye: Eye | null = null
  private width = 1
  private height = 1
  private azimuth = 0
  private covered = 0
  /** The showroom's clock minus ours. */
  private clockAhead = 0
  private daylightLevel = 0
  private request: number | null = null
  private timer: ReturnType<typeof setTimeout> | null = null
  private lightChanged = true
  private lost = false
  private drawn = 0
  private mixed = 0

  /** Throws a `NoWebGlError` where there is no WebGL 2. */
  constructor(canvas: HTMLCanvasElement, options: RoomViewOptions = {}) {
    this.canvas = canvas
    this.maxPixelRatio = options.maxPixelRatio ?? 2
    this.now = options.now ?? (() => performance.now())
    this.requestFrame = options.requestFrame ?? ((draw) => requestAnimationFrame(draw))
    this.cancelFrame = options.cancelFrame ?? ((request) => cancelAnimationFrame(request))
    try {
      this.renderer = new WebGLRenderer({ canvas, antialias: true, powerPreference: 'high-performance' })
    } catch (cause) {
      throw new NoWebGlError(cause)
    }
    useRoomTone(this.renderer)
    this.renderer.localClippingEnabled = true
    this.scene.matrixAutoUpdate = false
    this.reflections = new Reflections(this.renderer)
    canvas.addEventListener('webglcontextlost', this.onLost)
    canvas.addEventListener('webglcontextrestored', this.onRestored)
  }

  /** Frames drawn so far. */
  get frames(): number {
    return this.drawn
  }

  /** Times the light map was mixed so far. */
  get mixes(): number {
    return this.mixed
  }

  /** Draw calls and triangles of the last frame. */
  get cost(): { calls: number; triangles: number } {
    const { calls, triangles } = this.renderer.info.render
    return { calls, triangles }
  }

  /** Loads `room.json` and the `room.bin` beside it and shows that room. Throws a `RoomFileError`. */
  async load(url: string): Promise<void> {
    const loaded = await loadRoomFile(url)
    this.clearStage()
    const { room, bytes } = loaded
    const mixer = new LightMixer(integers(bytes, room.light), room.size, room.layers.length)
    const surfaces = buildSurfaces(loaded, mixer.texture, this.uniforms)
    const halos = new Halos(room.emitters)
    const shown = new ShownRoom(room)
    shown.daylight = this.daylightLevel
    this.scene.add(surfaces.all, halos.group)
    this.stage = { loaded, shown, mixer, surfaces, halos }
    this.placeCamera()
    this.relight()
  }

  /** Shows fixtures as they are, or as their fades have come by `nowMs` on the showroom's clock. */
  apply(fixtures: readonly FixtureState[], nowMs: number): void {
    this.clockAhead = nowMs - this.now()
    this.stage?.shown.apply(fixtures, nowMs)
    this.relight()
  }

  /** Daylight outdoors: 0 is night, 1 a bright day. */
  setDaylight(level: number): void {
    this.daylightLevel = Math.min(1, Math.max(0, level))
    if (this.stage) this.stage.shown.daylight = this.daylightLevel
    this.relight()
  }

  /** Fits the picture to the canvas' place on the page. */
  resize(width = this.canvas.clientWidth, height = this.canvas.clientHeight): void {
    this.width = Math.max(1, width)
    this.height = Math.max(1, height)
    this.sharpen(1)
    this.placeCamera()
    this.redraw()
  }

  /** Keeps the room's middle clear of a dock that covers so many pixels at the bottom. */
  setCovered(bottom: number): void {
    this.covered = bottom
    this.placeCamera()
    this.redraw()
  }

  /** Turns the view around the room's middle, as far as the room allows. 0 is the composed view; radians. */
  turn(azimuth: number): void {
    if (!this.stage) return
    const limit = turnLimit(this.stage.loaded.room, this.width / this.height)
    this.azimuth = Math.min(limit, Math.max(-limit, azimuth))
    this.placeCamera()
    this.redraw()
  }

  /** The fixture that a touch means, or null. */
  pick(x: number, y: number): FixtureId | null {
    if (!this.stage) return null
    const targets = this.stage.loaded.room.fixtures.map(({ id }): Target => ({ id, ...this.placeOf(id) }))
    const found = nearestTarget(targets, x, y)
    return found === null ? null : fixtureId.parse(found)
  }

  /** Where a fixture is on the canvas; null for one the room does not have. */
  project(id: string): ScreenPlace | null {
    return this.stage?.loaded.room.fixtures.some((fixture) => fixture.id === id) ? this.placeOf(id) : null
  }

  dispose(): void {
    this.canvas.removeEventListener('webglcontextlost', this.onLost)
    this.canvas.removeEventListener('webglcontextrestored', this.onRestored)
    this.stopDrawing()
    this.clearStage()
    this.reflections.dispose()
    this.renderer.dispose()
  }

  private placeOf(id: string): ScreenPlace {
    const fixture = this.stage?.loaded.room.fixtures.find((candidate) => candidate.id === id)
    const point = new Vector3(...(fixture?.centre ?? [0, 0, 0]))
    const distance = Math.max(0.01, point.distanceTo(this.camera.position))
    point.project(this.camera)
    const x = ((point.x + 1) / 2) * this.width
    const y = ((1 - point.y) / 2) * this.height
    const pixelsPerMetre = this.height / 2 / Math.tan((this.camera.fov * Math.PI) / 360) / distance
    const inside = x >= 0 && x <= this.width && y >= 0 && y <= this.height && point.z < 1
    return { x, y, radius: (fixture?.radius ?? 0) * pixelsPerMetre, inside }
  }

  private placeCamera(): void {
    if (!this.stage) return
    const view = viewPoint(this.stage.loaded.room, this.width / this.height, this.azimuth)
    this.camera.aspect = this.width / this.height
    this.camera.fov = view.fov
    this.camera.position.set(...view.from)
    this.camera.lookAt(...view.to)
    if (this.covered > 0)
      this.camera.setViewOffset(this.width, this.height, 0, this.covered / 2, this.width, this.height)
    else this.camera.clearViewOffset()
    this.camera.updateProjectionMatrix()
    this.camera.updateMatrixWorld()
    this.stage.halos.face(this.camera)
  }

  private sharpen(sharpness: number): void {
    const ratio = Math.min(this.maxPixelRatio, globalThis.devicePixelRatio || 1) * sharpness
    if (this.renderer.getPixelRatio() !== ratio) this.renderer.setPixelRatio(ratio)
    this.renderer.setSize(this.width, this.height, false)
  }

  private relight(): void {
    this.lightChanged = true
    this.redraw()
  }

  private redraw(): void {
    if (this.lost || this.request !== null || !this.stage) return
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    this.request = this.requestFrame(this.onFrame)
  }

  private readonly onFrame = (): void => {
    this.request = null
    if (!this.stage || this.lost) return
    const nowMs = this.now() + this.clockAhead
    const moving = this.stage.shown.moving(nowMs)
    if (this.lightChanged || moving) this.light(this.stage, nowMs, !moving)
    this.animate(this.stage, nowMs)
    this.renderer.render(this.scene, this.camera)
    this.drawn++
    this.lightChanged = moving
    if (moving) this.keepPace()
    else this.pacer.rest()
    if (moving) this.redraw()
    else if (this.stage.shown.alive(nowMs)) this.timer = setTimeout(() => this.redraw(), turningMs)
  }

  private keepPace(): void {
    const before = this.pacer.sharpness
    this.pacer.frame(this.now())
    if (this.pacer.sharpness !== before) this.sharpen(this.pacer.sharpness)
  }

  /** Everything that depends on the lamps. `settled` means that they have come to rest. */
  private light({ loaded, shown, mixer, surfaces, halos }: Stage, nowMs: number, settled: boolean): void {
    const weights = shown.layerWeights(nowMs)
    const eye = lookAt(loaded.room, weights)
    const meanLux = luminance(meanLight(loaded.room, weights))
    this.eye = eye
    mixer.mix(this.renderer, weights, eye.whiteBalance)
    this.mixed++
    this.uniforms.meanLux.value = meanLux
    this.uniforms.cap.value = brightest / eye.exposure
    const lightOf = (fixture: string): Rgb => {
      const { lumens, rgb } = shown.lightOf(fixture, nowMs)
      const [r, g, b] = transform(eye.whiteBalance, rgb)
      return [Math.max(0, r) * lumens, Math.max(0, g) * lumens, Math.max(0, b) * lumens]
    }
    for (const glow of surfaces.glows) {
      const [x, y, z] = lightOf(glow.fixture)
      Object.assign(glow.uniforms.shine.value, { x, y, z })
    }
    halos.update(lightOf, eye.exposure)
    const sky = Math.min(2600 * shown.daylight, brightestView / eye.exposure)
    for (const view of surfaces.views) {
      const { dayNits, nightNits, whiteBalance } = view.uniforms
      if (dayNits) dayNits.value = sky
      if (nightNits) nightNits.value = (1 - shown.daylight) * Math.min(3, 0.5 / eye.exposure)
      const [a, b, c] = eye.whiteBalance
      whiteBalance?.value.set(...a, ...b, ...c)
    }
    const open = shown.blindOpenness(nowMs)
    for (const { mesh, material, drop } of surfaces.blinds) {
      mesh.matrix.makeTranslation(0, open * drop, 0)
      mesh.matrixWorldNeedsUpdate = true
      material.emissive.setRGB(...transform(eye.whiteBalance, [1, 0.97, 0.9]))
      material.emissiveIntensity = Math.min(sky * 0.06, 0.4 / eye.exposure)
    }
    this.renderer.toneMappingExposure = eye.exposure
    if (settled) {
      halos.group.visible = false
      this.reflections.take(this.renderer, this.scene, meanLux)
      halos.group.visible = true
    } else this.reflections.follow(this.scene, meanLux)
  }

  /** Everything that depends on time alone. */
  private animate({ shown, surfaces }: Stage, nowMs: number): void {
    const glimmer = 0.5 / (this.eye?.exposure ?? 1)
    for (const { fixture, material } of surfaces.indicators) {
      const level = 0.03 + 0.97 * shown.indicator(fixture, nowMs)
      material.color.setRGB(0.95 * level * glimmer, 0.8 * level * glimmer, 0.5 * level * glimmer)
    }
    // 33 1/3 turns a minute.
    const angle = ((nowMs / 60000) * (100 / 3) * 2 * Math.PI) % (2 * Math.PI)
    for (const { fixture, mesh, pivot } of surfaces.turning) {
      if (!shown.isActive(fixture)) continue
      mesh.matrix.makeRotationY(-angle)
      const turned = pivot.clone().applyMatrix4(mesh.matrix)
      mesh.matrix.setPosition(pivot.x - turned.x, pivot.y - turned.y, pivot.z - turned.z)
      mesh.matrixWorldNeedsUpdate = true
    }
  }

  private stopDrawing(): void {
    if (this.request !== null) this.cancelFrame(this.request)
    if (this.timer !== null) clearTimeout(this.timer)
    this.request = null
    this.timer = null
  }

  private clearStage(): void {
    if (!this.stage) return
    const { surfaces, halos, mixer } = this.stage
    this.scene.remove(surfaces.all, halos.group)
    surfaces.dispose()
    halos.dispose()
    mixer.dispose()
    this.stage = null
  }

  private readonly onLost = (event: Event): void => {
    event.preventDefault()
    this.lost = true
    this.stopDrawing()
  }

  /** Three has uploaded nothing yet: what was drawn into textures is gone and is drawn again. */
  private readonly onRestored = (): void => {
    this.lost = false
    this.relight()
  }
}
