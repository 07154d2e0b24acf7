import { WebGLRenderer } from 'three'
import type { FixtureState } from '../../src/contract/fixture-state.ts'
import { type FixtureId, fixtureId } from '../../src/contract/ids.ts'
import { drawingPower } from './drawing-power.ts'
import { NoWebGlError } from './errors.ts'
import { display, type FrameHost, FrameLoop, type Sequel } from './frame-loop.ts'
import { FramePacer } from './frame-pacer.ts'
import { composedLook, type Look } from './gaze.ts'
import { targetsAt } from './picking.ts'
import { Reflections } from './reflections.ts'
import { RoomCamera, type ScreenPlace } from './room-camera.ts'
import { type LoadedRoom, loadRoomFile } from './room-file.ts'
import { ShownRoom } from './shown-room.ts'
import { Sight } from './sight.ts'
import { Stage } from './stage.ts'
import { StillPicture } from './still-picture.ts'
import { useRoomTone } from './tone.ts'

export interface RoomViewOptions {
  /** Most pixels drawn for a CSS pixel; 2 by default. */
  readonly maxPixelRatio?: number
  /** Most frames in a second; by default as many as the display shows. */
  readonly framesPerSecond?: number
  /** The browser's own by default. */
  readonly host?: FrameHost
}

/** So little of the room's light may change from frame to frame that nobody sees the last few in it. */
const slowChange = 0.12
/** How long the view takes to get where a button sends it, milliseconds. */
const glideMs = 650

/** A room that is shown: what is known of it, where it is seen from, and what is on the graphics card. */
interface Shown {
  readonly loaded: LoadedRoom
  readonly state: ShownRoom
  readonly camera: RoomCamera
  stage: Stage
  sight: Sight
}

/**
 * Draws a room and lights it as its fixtures are. Draws when something changes and never else. Lengths on the
 * screen are CSS pixels; times are the showroom's clock, in milliseconds.
 */
export class RoomView {
  private readonly canvas: HTMLCanvasElement
  private readonly power = drawingPower()
  private readonly renderer: WebGLRenderer
  private readonly host: FrameHost
  private readonly maxPixelRatio: number
  private readonly pacer = new FramePacer()
  private readonly loop: FrameLoop
  private reflections: Reflections
  private still: StillPicture
  private shown: Shown | null = null
  private width = 1
  private height = 1
  /** The showroom's clock minus ours. */
  private clockAhead = 0
  private hour = 0
  private lightChanged = true
  private reflectionsChanged = true
  private covered = false
  private lost = false
  private drawn = 0
  private mixed = 0
  private lastCost = { calls: 0, triangles: 0 }

  /** Throws a `NoWebGlError` where there is no WebGL 2. */
  constructor(canvas: HTMLCanvasElement, options: RoomViewOptions = {}) {
    this.canvas = canvas
    this.maxPixelRatio = options.maxPixelRatio ?? 2
    this.host = options.host ?? display
    try {
      const { antialias } = this.power
      this.renderer = new WebGLRenderer({ canvas, antialias, powerPreference: 'high-performance' })
    } catch (cause) {
      throw new NoWebGlError(cause)
    }
    useRoomTone(this.renderer)
    this.renderer.localClippingEnabled = true
    this.reflections = new Reflections()
    this.still = new StillPicture()
    const tasks = { draw: (ms: number) => this.draw(ms), refine: (step: number) => this.refine(step) }
    this.loop = new FrameLoop(tasks, this.host, 1000 / (options.framesPerSecond ?? Number.POSITIVE_INFINITY))
    canvas.addEventListener('webglcontextlost', this.onLost)
    canvas.addEventListener('webglcontextrestored', this.onRestored)
  }

  /** Frames drawn so far. */
  get frames(): number {
    return this.drawn
  }

  /** Whether the picture stands and is as good as it gets. */
  get isStill(): boolean {
    return this.loop.isStill
  }

  /** Times the light map was mixed so far. */
  get mixes(): number {
    return this.mixed
  }

  /** Draw calls and triangles of the last frame. */
  get cost(): { calls: number; triangles: number } {
    return this.lastCost
  }

  /** Where somebody looks from, or is about to. */
  get look(): Look {
    return this.shown?.camera.gaze.target ?? composedLook
  }

  /** Loads `room.json` and the `room.bin` beside it and shows that room. Throws a `RoomFileError`. */
  async load(url: string): Promise<void> {
    const loaded = await loadRoomFile(url)
    this.shown?.stage.dispose()
    const state = new ShownRoom(loaded.room)
    state.hour = this.hour
    this.shown = { loaded, state, camera: new RoomCamera(loaded.room), ...this.build(loaded, state) }
    this.shown.camera.resize(this.width, this.height)
    this.relight()
  }

  /** Shows fixtures as they are, or as their fades have come by `nowMs` on the showroom's clock. */
  apply(fixtures: readonly FixtureState[], nowMs: number): void {
    this.clockAhead = nowMs - this.host.now()
    this.shown?.state.apply(fixtures, nowMs)
    this.relight()
  }

  /** The time of day outside the window, hours 0..24. */
  setHour(hour: number): void {
    this.hour = hour
    if (this.shown) this.shown.state.hour = hour
    this.relight()
  }

  /** While something hides all of it nothing is drawn; what has changed meanwhile is drawn afterwards. */
  cover(covered: boolean): void {
    this.covered = covered
    this.drawIfSeen()
  }

  /** Fits the picture to the canvas' place on the page. */
  resize(width = this.canvas.clientWidth, height = this.canvas.clientHeight): void {
    this.width = Math.max(1, width)
    this.height = Math.max(1, height)
    this.shown?.camera.resize(this.width, this.height)
    this.loop.changed()
  }

  /** Looks as a finger wants it, at once, as far as the room allows. */
  follow(look: Look): void {
    this.shown?.camera.gaze.follow(this.shown.camera.allowed(look))
    this.loop.changed()
  }

  /** Goes to another look gently, or at once for somebody who likes things still. */
  glide(look: Look, atOnce = false): void {
    const { camera } = this.shown ?? {}
    camera?.gaze.glide(camera.allowed(look), this.host.now(), atOnce ? 0 : glideMs)
    this.loop.changed()
  }

  /** The fixture that a touch means, or null; what is hidden behind furniture is not meant. */
  pick(x: number, y: number, fingerRadius: number): FixtureId | null {
    if (!this.shown) return null
    const { loaded, camera, sight } = this.shown
    camera.place(this.host.now())
    const places = loaded.room.fixtures.map((fixture) => ({ ...camera.placeOf(fixture), fixture }))
    const found = targetsAt(places, x, y, fingerRadius).find((place) =>
      Math.hypot(place.x - x, place.y - y) <= fingerRadius
        ? sight.sees(camera.camera, place.fixture)
        : sight.falls(camera.across(x, y), camera.camera, place.fixture),
    )
    return found === undefined ? null : fixtureId.parse(found.id)
  }

  /** Where a fixture is on the canvas; null for one the room does not have. */
  project(id: string): ScreenPlace | null {
    const fixture = this.shown?.loaded.room.fixtures.find((candidate) => candidate.id === id)
    if (!this.shown || !fixture) return null
    this.shown.camera.place(this.host.now())
    return this.shown.camera.placeOf(fixture)
  }

  dispose(): void {
    this.canvas.removeEventListener('webglcontextlost', this.onLost)
    this.canvas.removeEventListener('webglcontextrestored', this.onRestored)
    this.loop.stop()
    this.release()
    this.shown = null
    this.renderer.dispose()
  }

  private build(loaded: LoadedRoom, state: ShownRoom): { stage: Stage; sight: Sight } {
    const stage = new Stage(loaded, state, this.power.slant)
    this.reflectionsChanged = true
    return { stage, sight: new Sight(stage.meshes) }
  }

  private drawIfSeen(): void {
    if (this.covered || this.lost) this.loop.stop()
    else this.loop.start()
  }

  private relight(): void {
    this.lightChanged = true
    this.loop.changed()
  }

  private draw(waitedMs: number): Sequel {
    if (!this.shown) return 'rest'
    const { stage, state, camera } = this.shown
    const nowMs = this.host.now() + this.clockAhead
    const fading = state.moving(nowMs)
    const turning = camera.gaze.moving(this.host.now())
    this.pacer.frame(waitedMs)
    this.sharpen(this.pacer.sharpness)
    camera.place(this.host.now())
    let change = 0
    if (this.lightChanged || fading) {
      change = stage.light(this.renderer, this.reflections, nowMs)
      this.reflectionsChanged = true
      this.mixed++
    }
    this.lightChanged = fading
    stage.animate(nowMs)
    // Colours that drift for minutes never come to rest: their edges are smoothed from frame to frame.
    if (fading && !turning && change < slowChange && !this.power.antialias)
      this.still.follow(this.renderer, stage.scene, camera.camera)
    else {
      this.still.forget()
      this.renderer.render(stage.scene, camera.camera)
      const { calls, triangles } = this.renderer.info.render
      this.lastCost = { calls, triangles }
    }
    this.drawn++
    if (fading || turning) return 'next'
    return state.alive(nowMs) ? 'soon' : 'rest'
  }

  private refine(step: number): boolean {
    if (!this.shown) return false
    const { stage, camera } = this.shown
    this.pacer.rest()
    this.sharpen(1)
    if (this.reflectionsChanged) stage.reflect(this.renderer, this.reflections)
    this.reflectionsChanged = false
    this.drawn++
    return this.still.refine(this.renderer, stage.scene, camera.camera, step)
  }

  /** Changing the size of what is drawn empties it: only a frame may do so. */
  private sharpen(sharpness: number): void {
    const ratio = Math.min(this.maxPixelRatio, globalThis.devicePixelRatio || 1) * sharpness
    const { width, height } = this.canvas
    if (width === Math.floor(this.width * ratio) && height === Math.floor(this.height * ratio)) return
    this.renderer.setPixelRatio(ratio)
    this.renderer.setSize(this.width, this.height, false)
  }

  private release(): void {
    this.shown?.stage.dispose()
    this.reflections.dispose()
    this.still.dispose()
  }

  /** Lets go of all that was on the graphics card while it forgets it anyway; the room stays in memory. */
  private readonly onLost = (event: Event): void => {
    event.preventDefault()
    this.lost = true
    this.drawIfSeen()
    this.release()
  }

  private readonly onRestored = (): void => {
    this.reflections = new Reflections()
    this.still = new StillPicture()
    if (this.shown) Object.assign(this.shown, this.build(this.shown.loaded, this.shown.state))
    this.lightChanged = true
    this.lost = false
    this.drawIfSeen()
  }
}
