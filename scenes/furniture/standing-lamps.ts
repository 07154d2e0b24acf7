import { Matrix4 } from 'three'
import { z } from 'zod'
import { colour, furniture, metres } from './furniture.ts'
import { bulb, luminance, sphereArea } from './glow.ts'
import type { Part } from './piece.ts'
import { globe, rod, sheet, tubeWall, turned, turnedHollow } from './shapes.ts'

export const drumFloorLamp = furniture({
  about: 'a linen drum shade, 0.45 across, on a thin black stand',
  serves: 'light',
  parameters: z.strictObject({ height: metres(1.46, 1, 2, 'from the floor to the middle of the shade') }),
  build: ({ height: stand }, { fixture }) => {
    const [top, bottom, height] = [0.18, 0.225, 0.28] as const
    const through = 0.38
    const shadeArea = Math.PI * (top + bottom) * height
    const radius = 0.035
    const shade = (inside: boolean): Part => ({
      material: 'shade',
      role: 'glow',
      fixture,
      geometry: tubeWall(
        inside ? top - 0.003 : top,
        inside ? bottom - 0.003 : bottom,
        height,
        inside,
        48,
      ).translate(0, stand, 0),
      glow: luminance(through, shadeArea) * (inside ? 0.7 : 1),
      blocks: !inside,
      detail: 0.8,
    })
    const lit = bulb(fixture, radius)
    return {
      parts: [
        {
          material: 'black',
          geometry: turned(
            [
              [0.001, 0],
              [0.15, 0],
              [0.152, 0.006],
              [0.148, 0.014],
              [0.02, 0.02],
              [0.011, 0.03],
            ],
            40,
          ),
        },
        { material: 'black', geometry: rod(0.0095, stand, 12).translate(0, stand / 2, 0), detail: 0.5 },
        { material: 'brass', geometry: rod(0.016, 0.05, 16).translate(0, stand - 0.08, 0), detail: 0.5 },
        shade(false),
        shade(true),
        { ...lit, geometry: lit.geometry.translate(0, stand, 0) },
      ],
      emitters: [
        { fixture, share: through, shape: 'tube', centre: [0, stand, 0], radius: bottom + 0.004, height },
        { fixture, share: 0.9, shape: 'sphere', centre: [0, stand, 0], radius },
      ],
    }
  },
})

export const globeTableLamp = furniture({
  about: 'an opal glass globe on a turned oak foot',
  serves: 'light',
  parameters: z.strictObject({
    height: metres(0.18, 0.12, 0.6, 'from the foot to the middle of the globe'),
    diameter: metres(0.25, 0.12, 0.4, 'diameter of the globe'),
  }),
  build: ({ height: foot, diameter }, { fixture }) => {
    const radius = diameter / 2
    const centre = [0, foot, 0] as const
    return {
      parts: [
        {
          material: 'oak',
          geometry: turned(
            [
              [0.001, 0],
              [radius * 0.68, 0],
              [radius * 0.7, 0.012],
              [radius * 0.56, 0.035],
              [radius * 0.44, foot - radius + 0.02],
              [radius * 0.48, foot - radius + 0.028],
              [0.001, foot - radius + 0.03],
            ],
            36,
          ),
        },
        {
          material: 'opal',
          role: 'glow',
          fixture,
          geometry: globe(radius).translate(...centre),
          sheet: true,
          glow: luminance(1, sphereArea(radius)),
          detail: 1.2,
        },
      ],
      emitters: [{ fixture, share: 1, shape: 'sphere', centre, radius: radius + 0.001 }],
    }
  },
})

export const mushroomLamp = furniture({
  about: 'a small table lamp of one piece of opal glass, shaped like a mushroom',
  serves: 'light',
  parameters: z.strictObject({ height: metres(0.24, 0.15, 0.5, 'height') }),
  build: ({ height }, { fixture }) => {
    const k = height / 0.24
    const cap = [
      [0.001, 0.128],
      [0.05, 0.126],
      [0.086, 0.127],
      [0.094, 0.134],
      [0.095, 0.148],
      [0.086, 0.182],
      [0.066, 0.212],
      [0.036, 0.232],
      [0.001, 0.24],
    ].map(([r = 0, y = 0]) => [r * k, y * k] as const)
    const stem = [
      [0.001, 0],
      [0.055, 0],
      [0.057, 0.006],
      [0.05, 0.022],
      [0.036, 0.06],
      [0.034, 0.13],
    ].map(([r = 0, y = 0]) => [r * k, y * k] as const)
    const radius = 0.088 * k
    const area = 0.066 * k * k
    const glass = (profile: readonly (readonly [number, number])[], glow: number): Part => ({
      material: 'opal',
      role: 'glow',
      fixture,
      geometry: turned(profile, 44),
      sheet: true,
      glow,
      detail: 1.2,
    })
    return {
      parts: [glass(cap, luminance(0.8, area)), glass(stem, luminance(0.8, area) * 0.35)],
      emitters: [
        {
          fixture,
          share: 1,
          shape: 'tube',
          centre: [0, 0.182 * k, 0],
          radius: radius + 0.008 * k,
          height: 0.1 * k,
        },
      ],
    }
  },
})

export const candleLamp = furniture({
  about: 'a small lamp without a cord: a slim stem under a metal shade that lights the table',
  serves: 'light',
  parameters: z.strictObject({
    height: metres(0.26, 0.18, 0.5, 'height'),
    paint: colour('#b5532d', 'paint of the metal'),
  }),
  build: ({ height, paint }, { fixture }) => {
    const shade = [
      [0.07, height - 0.06],
      [0.064, height - 0.03],
      [0.03, height - 0.006],
      [0.001, height],
    ] as const
    const inner = [
      [0.068, height - 0.06],
      [0.062, height - 0.032],
      [0.03, height - 0.01],
      [0.001, height - 0.007],
    ] as const
    const foot = [
      [0.001, 0],
      [0.05, 0],
      [0.052, 0.006],
      [0.048, 0.012],
      [0.012, 0.016],
      [0.009, 0.03],
      [0.009, height - 0.05],
    ] as const
    const at = height - 0.045
    const radius = 0.02
    const lit = bulb(fixture, radius)
    return {
      parts: [
        { material: `metal ${paint}`, geometry: turned(shade, 40), sheet: true },
        { material: 'opal', geometry: turnedHollow(inner, 40), detail: 0.7, sheet: true },
        { material: `metal ${paint}`, geometry: turned(foot, 32), detail: 0.8, sheet: true },
        { ...lit, geometry: lit.geometry.translate(0, at, 0) },
      ],
      emitters: [{ fixture, share: 1, shape: 'sphere', centre: [0, at, 0], radius }],
    }
  },
})

export const floorSpot = furniture({
  about: 'a small can on the floor that throws its beam up a wall or through a plant',
  serves: 'light',
  directed: true,
  parameters: z.strictObject({
    tilt: z.number().min(0).max(80).default(15).describe('degrees from straight up, to the front'),
  }),
  build: ({ tilt }, { fixture, beam }) => {
    const [radius, length, centre] = [0.045, 0.12, 0.09]
    const lean = new Matrix4()
      .makeTranslation(0, centre, 0)
      .multiply(new Matrix4().makeRotationX((tilt * Math.PI) / 180))
    const [sine, cosine] = [Math.sin((tilt * Math.PI) / 180), Math.cos((tilt * Math.PI) / 180)]
    const glass = radius * 0.82
    const out = length / 2 + 0.001
    return {
      parts: [
        {
          material: 'black',
          geometry: turned(
            [
              [0.001, -length / 2],
              [radius * 0.9, -length / 2],
              [radius, -length / 2 + 0.006],
              [radius, length / 2],
              [radius * 0.92, length / 2],
              [radius * 0.9, length / 2 - 0.02],
              [0.001, length / 2 - 0.021],
            ],
            32,
          ).applyMatrix4(lean),
        },
        { material: 'black', geometry: rod(0.05, 0.01, 32).translate(0, 0.005, 0) },
        { material: 'black', geometry: rod(0.006, centre, 8).translate(0, centre / 2, 0), detail: 0.4 },
        {
          material: 'bulb',
          role: 'glow',
          fixture,
          detail: 0,
          blocks: false,
          glow: luminance(1, Math.PI * glass * glass),
          geometry: sheet(glass * 1.8, glass * 1.8)
            .rotateX(-Math.PI / 2)
            .translate(0, length / 2 - 0.012, 0)
            .applyMatrix4(lean),
        },
      ],
      emitters: [
        {
          fixture,
          share: 1,
          shape: 'rectangle',
          centre: [0, centre + out * cosine, out * sine],
          u: [0, -glass * 0.8 * sine, glass * 0.8 * cosine],
          v: [glass * 0.8, 0, 0],
          ...(beam === null ? {} : { beam }),
        },
      ],
    }
  },
})
