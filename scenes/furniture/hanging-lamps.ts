import { z } from 'zod'
import { furniture, metres } from './furniture.ts'
import { bulb, luminance, sphereArea } from './glow.ts'
import type { Part } from './piece.ts'
import { place } from './piece.ts'
import { rod, smooth, turned, turnedHollow } from './shapes.ts'
import { lantern } from './soft-shapes.ts'

const drop = (usual: number) => metres(usual, 0.2, 3, 'from the ceiling to the middle of the light')

/** A cord that ends `from` above the light's middle and the cup that hides its hook at the ceiling. */
function cord(reach: number, from: number, cup: Part['material']): Part[] {
  return [
    {
      material: 'black',
      geometry: rod(0.0035, reach - from, 8).translate(0, from + (reach - from) / 2, 0),
      detail: 0.4,
      yields: true,
    },
    {
      material: cup,
      geometry: rod(0.05, 0.025, 28, 0.055).translate(0, reach - 0.0125, 0),
      detail: 0.6,
    },
  ]
}

const domeOuter = [
  [0.235, -0.07],
  [0.232, -0.04],
  [0.21, 0.04],
  [0.165, 0.1],
  [0.1, 0.135],
  [0.045, 0.145],
] as const
const domeNeck = [
  [0.036, 0.185],
  [0.001, 0.19],
] as const
const domeInner = [
  [0.231, -0.07],
  [0.228, -0.04],
  [0.205, 0.038],
  [0.16, 0.096],
  [0.096, 0.13],
  [0.001, 0.136],
] as const

export const domePendant = furniture({
  about: 'a brass dome over a bare bulb, 0.47 across, on a cord from the ceiling',
  serves: 'light',
  parameters: z.strictObject({ drop: drop(0.7) }),
  build: ({ drop }, { fixture }) => {
    const radius = 0.048
    const lamp = {
      parts: [
        { material: 'brass', geometry: turned([...smooth(domeOuter, 24), ...domeNeck], 64), sheet: true },
        { material: 'opal', geometry: turnedHollow(smooth(domeInner, 20), 64), sheet: true },
        ...cord(drop, 0.19, 'brass'),
        bulb(fixture, radius),
      ],
      emitters: [{ fixture, share: 1, shape: 'sphere', centre: [0, 0, 0], radius }],
    } as const
    return place(lamp, [0, -drop, 0])
  },
})

export const paperLantern = furniture({
  about: 'a ribbed paper lantern on a cord from the ceiling',
  serves: 'light',
  parameters: z.strictObject({ drop: drop(0.8), diameter: metres(0.31, 0.2, 0.8, 'diameter') }),
  build: ({ drop, diameter }, { fixture }) => {
    const radius = diameter / 2
    const lamp = {
      parts: [
        {
          material: 'paper',
          role: 'glow',
          fixture,
          geometry: lantern(radius, radius * 1.9, 9),
          sheet: true,
          glow: luminance(1, sphereArea(radius)),
          detail: 1.2,
        },
        ...cord(drop, radius * 0.9, 'joinery'),
      ],
      emitters: [{ fixture, share: 1, shape: 'sphere', centre: [0, 0, 0], radius: radius + 0.002 }],
    } as const
    return place(lamp, [0, -drop, 0])
  },
})
