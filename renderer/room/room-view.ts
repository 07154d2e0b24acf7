import { PerspectiveCamera, Vector3, WebGLRenderer } from 'three'
import type { FixtureState } from '../../src/contract/fixture-state.ts'
import { type FixtureId, fixtureId } from '../../src/contract/ids.ts'
import { NoWebGlError } from './errors.ts'
import { FramePacer } from './frame-pacer.ts'
import { nearestTarget, type Target } from './picking.ts'
import { Reflections } from './reflections.ts'
import { loadRoomFile } from './room-file.ts'
import { Stage } from './stage.ts'
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

/** Milliseconds between pictures while nothing but a small light fades. */
const glimmerMs = 50

/**
 * Draws a room and lights it as its fixtures are. Draws when something changes and never else. Lengths on the
 * screen are CSS pixels; times are the showroom's clock, in milliseconds.
 */
export class RoomView {
  private readonly canvas: HTMLCanvasElement
  private readonly renderer: WebGLRenderer
  private readonly camera = new PerspectiveCamera(45, 1, 0.05, 40)
  private reflections: Reflections
  private readonly pacer = new FramePacer()
  private readonly maxPixelRatio: number
  private readonly now: () => number
  private readonly requestFrame: (draw: () => void) => number
  private readonly cancelFrame: (request: number) => void

  private stage: Stage | null = null
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
    this.stage = new Stage(loaded)
    this.stage.shown.daylight = this.daylightLevel
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
    const limit = turnLimit(this.stage.room, this.width / this.height)
    this.azimuth = Math.min(limit, Math.max(-limit, azimuth))
    this.placeCamera()
    this.redraw()
  }

  /** The fixture that a touch means, or null. */
  pick(x: number, y: number): FixtureId | null {
    if (!this.stage) return null
    const targets = this.stage.room.fixtures.map(({ id }): Target => ({ id, ...this.placeOf(id) }))
    const found = nearestTarget(targets, x, y)
    return found === null ? null : fixtureId.parse(found)
  }

  /** Where a fixture is on the canvas; null for one the room does not have. */
  project(id: string): ScreenPlace | null {
    return this.stage?.room.fixtures.some((fixture) => fixture.id === id) ? this.placeOf(id) : null
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
    const fixture = this.stage?.room.fixtures.find((candidate) => candidate.id === id)
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
    const view = viewPoint(this.stage.room, this.width / this.height, this.azimuth)
    this.camera.aspect = this.width / this.height
    this.camera.fov = view.fov
    this.camera.position.set(...view.from)
    this.camera.lookAt(...view.to)
    if (this.covered > 0)
      this.camera.setViewOffset(this.width, this.height, 0, this.covered / 2, this.width, this.height)
    else this.camera.clearViewOffset()
    this.camera.updateProjectionMatrix()
    this.camera.updateMatrixWorld()
    this.stage.face(this.camera)
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
    if (this.lightChanged || moving) {
      this.stage.light(this.renderer, this.reflections, nowMs, !moving)
      this.mixed++
    }
    this.stage.animate(nowMs)
    this.renderer.render(this.stage.scene, this.camera)
    this.drawn++
    this.lightChanged = moving
    if (moving) this.keepPace()
    else this.pacer.rest()
    if (moving) this.redraw()
    else if (this.stage.shown.alive(nowMs)) this.timer = setTimeout(() => this.redraw(), glimmerMs)
  }

  private keepPace(): void {
    const before = this.pacer.sharpness
    this.pacer.frame(this.now())
    if (this.pacer.sharpness !== before) this.sharpen(this.pacer.sharpness)
  }

  private stopDrawing(): void {
    if (this.request !== null) this.cancelFrame(this.request)
    if (this.timer !== null) clearTimeout(this.timer)
    this.request = null
    this.timer = null
  }

  private clearStage(): void {
    this.stage?.dispose()
    this.stage = null
  }

  /** Lets go of all that was on the graphics card while it forgets it anyway; the room stays in memory. */
  private readonly onLost = (event: Event): void => {
    event.preventDefault()
    this.lost = true
    this.stopDrawing()
    this.stage?.dispose()
    this.reflections.dispose()
  }

  private readonly onRestored = (): void => {
    this.lost = false
    this.reflections = new Reflections(this.renderer)
    if (this.stage) this.stage = new Stage(this.stage.loaded, this.stage.shown)
    this.placeCamera()
    this.relight()
  }
}
