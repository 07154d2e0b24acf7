import type { FixtureState } from '../../src/contract/fixture-state.ts'
import { fixtureId, roomId } from '../../src/contract/ids.ts'
import type { BakedRoom } from '../../src/light/baked-room.ts'
import { composedLook } from '../room/gaze.ts'
import { LightReader } from '../room/read-light.ts'
import { RoomView } from '../room/room-view.ts'
import { FramesByHand } from './frames.ts'
import { probeMix } from './mix-probe.ts'
import { buildRival } from './rivals.ts'

/**
 * The page that `npm run bench:room` drives: `?case=` says what is drawn. It puts `window.frame`, which draws
 * one frame and tells the milliseconds it took, and for our own room `window.idle`, which tells how many
 * frames are drawn while nothing happens; `window.decode` reads the light. `window.mix` is for tests.
 */
const asked = new URLSearchParams(location.search)
const room = '/bench/room/room.json'
const canvas = document.querySelector('canvas')
if (canvas === null) throw new Error('The page lacks its canvas.')
const described = (await (await fetch(room)).json()) as BakedRoom

/** All lamps of the room, the first `lit` of them on; the first one's level is `level`. */
function lamps(lit: number, level: number): FixtureState[] {
  return described.fixtures
    .filter(({ kind }) => kind === 'light')
    .map(({ id }, i) => ({
      kind: 'light',
      id: fixtureId.parse(id),
      room: roomId.parse(described.id),
      name: { en: id, sv: id },
      reach: 'reachable',
      ability: { kelvin: { min: 2200, max: 6500 }, colour: true },
      on: i < lit,
      brightness: i === 0 ? level : 0.7,
      colour: { mode: 'kelvin', kelvin: 2700 },
      fade: null,
    }))
}

async function ours(on: HTMLCanvasElement, lit: number, changing: boolean): Promise<() => number> {
  const host = new FramesByHand()
  const view = new RoomView(on, { host })
  const gl = on.getContext('webgl2')
  if (gl === null) throw new Error('There is no WebGL 2.')
  view.resize()
  await view.load(room)
  view.setHour(23)
  view.apply(lamps(lit, 0.7), host.now())
  host.draw(gl)
  let frame = 0
  return () => {
    frame++
    if (changing) view.apply(lamps(lit, 0.3 + (frame % 50) / 100), host.now())
    else view.follow({ ...composedLook, azimuth: (frame % 2) * 1e-4 })
    const ms = host.draw(gl)
    Object.assign(window, { cost: view.cost })
    return ms
  }
}

/** How many frames a room draws by itself in `ms` once it stands still. */
async function idle(on: HTMLCanvasElement): Promise<(ms: number) => Promise<number>> {
  const view = new RoomView(on)
  view.resize()
  await view.load(room)
  view.apply(lamps(12, 0.7), performance.now())
  while (!view.isStill) await new Promise((resolve) => setTimeout(resolve, 100))
  return async (ms) => {
    const before = view.frames
    await new Promise((resolve) => setTimeout(resolve, ms))
    return view.frames - before
  }
}

/** Milliseconds from the room's zipped light in memory to its layers, by threads that start for it. */
async function decode(): Promise<number> {
  const zipped = await (await fetch(room.replace('room.json', 'light.bin'))).arrayBuffer()
  const started = performance.now()
  const reader = new LightReader()
  await reader.read(zipped, described.size, described.layers.length)
  reader.end()
  return performance.now() - started
}

switch (asked.get('case')) {
  case 'shadows':
  case 'unlit':
    Object.assign(window, {
      frame: await buildRival(asked.get('case') === 'unlit' ? 'unlit' : 'shadows', room, canvas),
    })
    break
  case 'decode':
    Object.assign(window, { decode })
    break
  case 'mix':
    Object.assign(window, { mix: await probeMix(room, canvas) })
    break
  case 'idle':
    Object.assign(window, { idle: await idle(canvas) })
    break
  default:
    Object.assign(window, {
      frame: await ours(canvas, Number(asked.get('lamps')), asked.has('changing')),
    })
}
document.documentElement.dataset.ready = 'true'
