import type { FixtureState, LightState } from '../../src/contract/fixture-state.ts'
import type { BakedRoom, Vector } from '../../src/light/baked-room.ts'
import { dimmerToOutput } from '../../src/light/dimmer.ts'
import { shownChromaticity } from '../../src/light/lamp-light.ts'
import { chromaticityToLinear, luminance, type Rgb } from '../../src/light/linear-colour.ts'
import { composedLook } from '../room/gaze.ts'
import { type ViewPoint, viewPoint } from '../room/view-point.ts'
import { lampColour } from './lamp-colour.ts'

/** What a sketch needs of a bake. */
export type SketchedRoom = Pick<BakedRoom, 'cameras' | 'materials' | 'fixtures' | 'layers'>

/** A lamp's light on the wall. Places and sizes are shares of the picture's width, height and shorter edge. */
export interface Pool {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly size: number
  /** CSS. */
  readonly colour: string
  /** 0..1 */
  readonly strength: number
}

/** A room as little more than its light: wall, floor, and a pool for each lamp. Colours are CSS. */
export interface RoomSketch {
  readonly wall: string
  readonly floor: string
  /** Where the wall meets the floor, as a share of the height. */
  readonly horizon: number
  readonly pools: readonly Pool[]
}

const plainWall: Rgb = [0.71, 0.67, 0.6]
const plainFloor: Rgb = [0.43, 0.3, 0.19]
/** What a night gives, and what a day adds, as shares of the light of all lamps. */
const night: Rgb = [0.006, 0.0058, 0.0056]
const day: Rgb = [0.1, 0.105, 0.115]
/** Eyes follow the light, and half its colour. */
const adaptation = 0.42
const tinting = 0.45

/** `room` is null where there is no bake; `daylight` is 0..1, `aspect` width over height. */
export function sketchOf(
  room: SketchedRoom | null,
  fixtures: readonly FixtureState[],
  daylight: number,
  aspect: number,
): RoomSketch {
  const lamps = fixtures.filter((fixture) => fixture.kind === 'light')
  const strengths = lamps.map((lamp) => strengthOf(lamp, room))
  const whole = strengths.reduce((sum, strength) => sum + strength, 0) || 1
  const light: [number, number, number] = [
    night[0] + day[0] * daylight,
    night[1] + day[1] * daylight,
    night[2] + day[2] * daylight,
  ]
  lamps.forEach((lamp, index) => {
    if (!lamp.on) return
    const rgb = chromaticityToLinear(shownChromaticity(lamp.colour, lamp.ability))
    const share = ((strengths[index] ?? 0) / whole) * dimmerToOutput(lamp.brightness)
    for (const c of [0, 1, 2] as const) light[c] += Math.max(0, rgb[c]) * share
  })
  const view = room === null ? null : viewPoint(room as BakedRoom, aspect, composedLook)
  return {
    wall: seen(room?.materials.wall?.albedo ?? plainWall, light),
    floor: seen(room?.materials.floor?.albedo ?? plainFloor, light),
    horizon: room === null || view === null ? 0.66 : horizonOf(room, view, aspect),
    pools: lamps.map((lamp, index) => {
      const baked = room?.fixtures.find(({ id }) => id === lamp.id)
      const place =
        baked === undefined || view === null
          ? evenly(index, lamps.length)
          : projected(baked.centre, view, aspect)
      const relative = ((strengths[index] ?? 0) / whole) * lamps.length
      return {
        id: lamp.id,
        ...place,
        size: (0.38 + 0.5 * lamp.brightness) * Math.min(1.5, Math.max(0.6, Math.sqrt(relative))),
        colour: lampColour(lamp),
        strength: lamp.on ? 0.2 + 0.75 * Math.sqrt(lamp.brightness) : 0,
      }
    }),
  }
}

/** How much of the room's light a lamp gives at its brightest. */
function strengthOf(lamp: LightState, room: SketchedRoom | null): number {
  const layer = room?.layers.find((one) => one.kind === 'lamp' && one.fixture === lamp.id)
  const lumens = room?.fixtures.find(({ id }) => id === lamp.id)?.lumens
  return layer === undefined || lumens === undefined ? 1 : (luminance(layer.mean) * lumens) / 12_000
}

/** How a surface looks in this light, to eyes that are used to it. */
function seen(albedo: Rgb, light: Rgb): string {
  const level = luminance(light)
  const shown = albedo.map((part, c) => part * ((light[c] ?? 0) / level) ** tinting * level ** adaptation)
  return `rgb(${shown.map((part) => Math.round(255 * Math.min(1, part) ** (1 / 2.2))).join(' ')})`
}

/** Where the floor ends: below what stands farthest away. */
function horizonOf(room: SketchedRoom, view: ViewPoint, aspect: number): number {
  const ends = room.fixtures.map(({ centre }) => projected([centre[0], 0, centre[2]], view, aspect).y)
  return Math.min(0.9, Math.max(0.4, Math.min(...ends)))
}

/** Without a bake nobody knows where lamps are: they hang in a row, every other one a little lower. */
function evenly(index: number, count: number): { x: number; y: number } {
  return { x: (index + 0.5) / count, y: 0.34 + 0.16 * (index % 2) }
}

function projected(point: Vector, { from, to, fov }: ViewPoint, aspect: number): { x: number; y: number } {
  const ahead = scaled(minus(to, from))
  const right = scaled(cross(ahead, [0, 1, 0]))
  const up = cross(right, ahead)
  const way = minus(point, from)
  const half = Math.max(0.1, dot(way, ahead)) * Math.tan((fov * Math.PI) / 360)
  return { x: 0.5 + dot(way, right) / (2 * half * aspect), y: 0.5 - dot(way, up) / (2 * half) }
}

const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
function scaled(a: Vector): Vector {
  const length = Math.hypot(...a)
  return [a[0] / length, a[1] / length, a[2] / length]
}
