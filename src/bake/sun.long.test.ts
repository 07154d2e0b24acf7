import { expect, test } from 'vitest'
import { materials } from '../../scenes/furniture/materials.ts'
import { box, turnedOut } from '../../scenes/furniture/shapes.ts'
import { type BakeModel, bakeLight } from './bake-light.ts'
import { sunPositions } from './sun.ts'

const opening = { centre: [-1.98, 1.4, 0], u: [0, 0, -0.7], v: [0, 0.6, 0] } as const
const room: BakeModel = {
  parts: [{ material: 'wall', geometry: turnedOut(box(4, 2.5, 4)).translate(0, 1.25, 0) }],
  emitters: [],
  window: opening,
}

test('the sun goes from the left of the window to its right, and is highest at noon', () => {
  const [morning, noon, evening] = sunPositions(opening).map(({ towards }) => towards)
  // Who looks out through a window in the left wall has the viewer's side, z, to the left.
  expect(morning?.[2]).toBeGreaterThan(0)
  expect(evening?.[2]).toBeLessThan(0)
  expect(noon?.[1]).toBeGreaterThan(Math.max(morning?.[1] ?? 1, evening?.[1] ?? 1))
})

test('each sun throws a patch as bright as its angle allows, where geometry puts it', async () => {
  const settings = { size: 96, directRays: 4, gatherRays: 8, lampRays: 8, bounces: 1, workers: 0 }
  const { layers, texels, light } = await bakeLight(room, settings)
  for (const { hour, towards } of sunPositions(opening)) {
    // From the middle of the window straight along the light to what it meets.
    const walls = [
      { axis: 0, at: 2 },
      { axis: 1, at: 0 },
      { axis: 2, at: -2 },
      { axis: 2, at: 2 },
    ].map(({ axis, at }) => ({ axis, way: (at - (opening.centre[axis] ?? 0)) / -(towards[axis] ?? 0) }))
    const hit = walls.filter(({ way }) => way > 0).sort((a, b) => a.way - b.way)[0]
    const spot = opening.centre.map((value, axis) => value - (towards[axis] ?? 0) * (hit?.way ?? 0))
    let nearest = { away: Number.POSITIVE_INFINITY, lux: 0 }
    for (let texel = 0; texel < texels.count; texel++) {
      const place = texels.position.subarray(texel * 3, texel * 3 + 3)
      const away = Math.hypot(...spot.map((value, axis) => value - (place[axis] ?? 0)))
      if (away >= nearest.away) continue
      const lux = layers.reduce(
        (sum, layer, i) =>
          sum +
          (layer.kind === 'sun' && layer.hour === hour
            ? (light[(texel * layers.length + i) * 3 + 1] ?? 0)
            : 0),
        0,
      )
      nearest = { away, lux }
    }
    const direct = 0.8 * 1000 * Math.abs(towards[hit?.axis ?? 0] ?? 0)
    expect(nearest.lux).toBeGreaterThan(direct * 0.98)
    expect(nearest.lux).toBeLessThan(direct * (1 + materials.wall.albedo[1]))
  }
})

test('a window to the north gets no sun, one to the east gets it in the morning', () => {
  const outwards = (faces: number) =>
    sunPositions({ ...opening, faces }).map(({ towards }) => {
      const [u, v] = [opening.u, opening.v]
      const normal = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
      return -normal.reduce((sum, value, axis) => sum + value * (towards[axis] ?? 0), 0) > 0
    })
  expect(outwards(0)).toEqual([false, false, false])
  expect(outwards(90)).toEqual([true, false, false])
  expect(outwards(190)).toEqual([true, true, true])
})
