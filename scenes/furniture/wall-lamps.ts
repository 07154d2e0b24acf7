import { Matrix4, Quaternion, Vector3 } from 'three'
import { z } from 'zod'
import { furniture, metres } from './furniture.ts'
import { bulb, luminance } from './glow.ts'
import { type Part, place } from './piece.ts'
import { bentRod, rod, roundedBox, sheet, turned, turnedHollow } from './shapes.ts'

const hoodOuter = [
  [0.085, -0.055],
  [0.07, 0.0],
  [0.045, 0.055],
  [0.028, 0.075],
  [0.026, 0.11],
  [0.001, 0.115],
] as const
const hoodInner = [
  [0.082, -0.055],
  [0.067, 0.0],
  [0.042, 0.053],
  [0.001, 0.07],
] as const

/** A round plate on the wall, where a lamp's arm begins. */
function plate(radius: number): Part {
  return {
    material: 'brass',
    geometry: rod(radius, 0.018, 28)
      .rotateX(Math.PI / 2)
      .translate(0, 0, 0.009),
    detail: 0.6,
  }
}

export const readingLamp = furniture({
  about: 'a small metal hood on a brass arm from the wall; its origin is its plate',
  serves: 'light',
  parameters: z.strictObject({
    reach: metres(0.34, 0.15, 0.8, 'from the wall to the bulb'),
    side: metres(0.08, -0.5, 0.5, 'how far the bulb is to the right of its plate'),
    aim: z
      .tuple([z.number(), z.number(), z.number()])
      .default([0.3, -1, 0.3])
      .describe('where it shines: right, up, out'),
  }),
  build: ({ reach, side, aim }, { fixture }) => {
    const radius = 0.026
    const turn = new Matrix4().makeRotationFromQuaternion(
      new Quaternion().setFromUnitVectors(new Vector3(0, -1, 0), new Vector3(...aim).normalize()),
    )
    const joint = new Vector3(0, 0.105, 0).applyMatrix4(turn)
    const wall = [-side, 0.06, -reach] as const
    const hood = {
      parts: [
        { material: 'black', geometry: turned(hoodOuter, 40).applyMatrix4(turn), sheet: true },
        { material: 'opal', geometry: turnedHollow(hoodInner, 40).applyMatrix4(turn), sheet: true },
        bulb(fixture, radius),
        {
          material: 'brass',
          geometry: bentRod(
            [
              [joint.x, joint.y, joint.z],
              [wall[0] * 0.6 + joint.x * 0.4, wall[1] * 0.2 + joint.y + 0.05, wall[2] * 0.55],
              wall,
            ],
            0.007,
          ),
          detail: 0.6,
          sheet: true,
        },
      ],
      emitters: [{ fixture, share: 1, shape: 'sphere', centre: [0, 0, 0], radius }],
    } as const
    const { parts, emitters } = place(hood, [side, -0.06, reach])
    return { parts: [...parts, plate(0.04)], emitters: emitters ?? [] }
  },
})

export const pictureLight = furniture({
  about: 'a slim brass bar over a picture that lights it and the wall below; its origin is its plate',
  serves: 'light',
  parameters: z.strictObject({
    width: metres(0.42, 0.15, 1.2, 'width of the bar'),
    reach: metres(0.2, 0.1, 0.4, 'from the wall to the bar'),
  }),
  build: ({ width, reach }, { fixture }) => {
    const [up, radius, slit] = [0.06, 0.014, 0.016]
    const length = width - 0.03
    // It looks down and back at the wall.
    const tilt = 0.5
    const down = [0, -Math.cos(tilt), -Math.sin(tilt)] as const
    const across = [0, -Math.sin(tilt), Math.cos(tilt)] as const
    const off = radius + 0.002
    return {
      parts: [
        plate(0.032),
        {
          material: 'brass',
          geometry: bentRod(
            [
              [0, 0, 0.012],
              [0, up * 0.9, reach * 0.35],
              [0, up + radius * 0.6, reach],
            ],
            0.005,
          ),
          detail: 0.5,
          sheet: true,
        },
        {
          material: 'brass',
          geometry: roundedBox(width, radius * 2, radius * 2, 0.006)
            .rotateX(tilt)
            .translate(0, up, reach),
        },
        {
          material: 'bulb',
          role: 'glow',
          fixture,
          detail: 0,
          blocks: false,
          glow: luminance(1, slit * length),
          geometry: sheet(length, slit)
            .rotateX(Math.PI / 2 + tilt)
            .translate(0, up + down[1] * off, reach + down[2] * off),
        },
      ],
      emitters: [
        {
          fixture,
          share: 1,
          shape: 'rectangle',
          centre: [0, up + down[1] * (off + 0.001), reach + down[2] * (off + 0.001)],
          u: [length / 2, 0, 0],
          v: [0, (across[1] * slit) / 2, (across[2] * slit) / 2],
        },
      ],
    }
  },
})
