import { PerspectiveCamera, Vector3 } from 'three'
import type { BakedFixture, BakedRoom } from '../../src/light/baked-room.ts'
import { Gaze, type Look, withinLimits } from './gaze.ts'
import type { Target } from './picking.ts'
import { turnLimit, viewPoint } from './view-point.ts'

/** Where a fixture is on the canvas, in CSS pixels from its upper left corner. */
export interface ScreenPlace extends Target {
  /** False when it lies outside the picture; x and y still say in which direction. */
  readonly inside: boolean
}

/** The camera of a room on a picture of some size. Sizes are CSS pixels. */
export class RoomCamera {
  readonly camera = new PerspectiveCamera(45, 1, 0.05, 40)
  readonly gaze = new Gaze()
  private readonly room: BakedRoom
  private width = 1
  private height = 1

  constructor(room: BakedRoom) {
    this.room = room
  }

  resize(width: number, height: number): void {
    this.width = Math.max(1, width)
    this.height = Math.max(1, height)
  }

  /** As far towards `look` as the room allows. */
  allowed(look: Look): Look {
    return withinLimits(look, turnLimit(this.room, this.width / this.height))
  }

  /** Stands where the gaze is at `nowMs`. */
  place(nowMs: number): void {
    const aspect = this.width / this.height
    const view = viewPoint(this.room, aspect, this.gaze.at(nowMs))
    this.camera.aspect = aspect
    this.camera.fov = view.fov
    this.camera.position.set(...view.from)
    this.camera.lookAt(...view.to)
    this.camera.updateProjectionMatrix()
    this.camera.updateMatrixWorld()
  }

  placeOf({ id, centre, radius }: BakedFixture): ScreenPlace {
    const point = new Vector3(...centre)
    const distance = Math.max(0.01, point.distanceTo(this.camera.position))
    point.project(this.camera)
    const x = ((point.x + 1) / 2) * this.width
    const y = ((1 - point.y) / 2) * this.height
    const pixelsPerMetre = this.height / 2 / Math.tan((this.camera.fov * Math.PI) / 360) / distance
    const inside = x >= 0 && x <= this.width && y >= 0 && y <= this.height && point.z < 1
    return { id, x, y, radius: radius * pixelsPerMetre, inside }
  }

  /** -1..1 across the picture, as a ray caster wants it. */
  across(x: number, y: number): { x: number; y: number } {
    return { x: (x / this.width) * 2 - 1, y: 1 - (y / this.height) * 2 }
  }
}
