import { Matrix4, Quaternion, Vector3 } from 'three'
import type { Part, Piece, Place } from './piece.ts'
import { ball, bentRod, rod, sheet, tubeWall, turned, turnedOut } from './shapes.ts'
import { lantern } from './soft-shapes.ts'

/**
 * Lamps, each with its light's middle at the origin. Luminances follow from the flux and the area that
 * gives it: a diffuse surface of A square metres and one lumen has 1 / (pi A) cd/m2.
 */

const sphereArea = (radius: number) => 4 * Math.PI * radius * radius
const luminance = (share: number, area: number) => share / (Math.PI * area)

function bulb(fixture: string, radius: number, share = 1): Part {
  return {
    material: 'bulb',
    role: 'glow',
    fixture,
    detail: 0,
    blocks: false,
    glow: luminance(share, sphereArea(radius)),
    geometry: ball(radius, 24),
  }
}

/** A brass dome over a bare bulb, hung by `cord` metres. */
export function domePendant(fixture: string, cord: number): Piece {
  const radius = 0.048
  const outer = [
    [0.235, -0.07],
    [0.232, -0.04],
    [0.21, 0.04],
    [0.165, 0.1],
    [0.1, 0.135],
    [0.045, 0.145],
    [0.036, 0.185],
    [0.001, 0.19],
  ] as const
  const inner = [
    [0.231, -0.07],
    [0.228, -0.04],
    [0.205, 0.038],
    [0.16, 0.096],
    [0.096, 0.13],
    [0.001, 0.136],
  ] as const
  return {
    parts: [
      { material: 'brass', geometry: turned(outer, 56) },
      { material: 'opal', geometry: turnedOut(turned(inner, 56)) },
      {
        material: 'black',
        geometry: rod(0.004, cord - 0.19, 8).translate(0, 0.19 + (cord - 0.19) / 2, 0),
        detail: 0.4,
      },
      {
        material: 'brass',
        geometry: rod(0.05, 0.025, 28, 0.055).translate(0, cord - 0.0125, 0),
        detail: 0.6,
      },
      bulb(fixture, radius),
    ],
    emitters: [{ fixture, share: 1, shape: 'sphere', centre: [0, 0, 0], radius }],
  }
}

/** A linen drum on a stand that reaches `stand` metres down to the floor. */
export function drumFloorLamp(fixture: string, stand: number): Piece {
  const [top, bottom, height] = [0.18, 0.225, 0.28] as const
  const through = 0.38
  const shadeArea = Math.PI * (top + bottom) * height
  const radius = 0.035
  const shade = (inside: boolean): Part => ({
    material: 'shade',
    role: 'glow',
    fixture,
    geometry: tubeWall(inside ? top - 0.003 : top, inside ? bottom - 0.003 : bottom, height, inside, 48),
    glow: luminance(through, shadeArea) * (inside ? 0.7 : 1),
    blocks: !inside,
    detail: 0.8,
  })
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
        ).translate(0, -stand, 0),
      },
      { material: 'black', geometry: rod(0.0095, stand, 12).translate(0, -stand / 2, 0), detail: 0.5 },
      { material: 'brass', geometry: rod(0.016, 0.05, 16).translate(0, -0.08, 0), detail: 0.5 },
      shade(false),
      shade(true),
      bulb(fixture, radius),
    ],
    emitters: [
      { fixture, share: through, shape: 'tube', centre: [0, 0, 0], radius: bottom + 0.004, height },
      { fixture, share: 0.9, shape: 'sphere', centre: [0, 0, 0], radius },
    ],
  }
}

/** An opal glass globe on a turned oak foot that stands `foot` metres below the globe's middle. */
export function globeTableLamp(fixture: string, foot: number): Piece {
  const radius = 0.125
  return {
    parts: [
      {
        material: 'oak',
        geometry: turned(
          [
            [0.001, 0],
            [0.085, 0],
            [0.088, 0.012],
            [0.07, 0.035],
            [0.055, foot - radius + 0.02],
            [0.06, foot - radius + 0.028],
            [0.001, foot - radius + 0.03],
          ],
          36,
        ).translate(0, -foot, 0),
      },
      {
        material: 'opal',
        role: 'glow',
        fixture,
        geometry: ball(radius, 44),
        glow: luminance(1, sphereArea(radius)),
        detail: 1.2,
        blocks: true,
      },
    ],
    emitters: [{ fixture, share: 1, shape: 'sphere', centre: [0, 0, 0], radius: radius + 0.001 }],
  }
}

/** A ribbed paper lantern, hung by `cord` metres. */
export function paperLantern(fixture: string, cord: number): Piece {
  const radius = 0.155
  return {
    parts: [
      {
        material: 'paper',
        role: 'glow',
        fixture,
        geometry: lantern(radius, radius * 1.9, 9),
        glow: luminance(1, sphereArea(radius)),
        detail: 1.2,
      },
      {
        material: 'black',
        geometry: rod(0.003, cord - radius * 0.9, 8).translate(
          0,
          radius * 0.9 + (cord - radius * 0.9) / 2,
          0,
        ),
        detail: 0.4,
      },
      { material: 'joinery', geometry: rod(0.04, 0.02, 24).translate(0, cord - 0.01, 0), detail: 0.5 },
    ],
    emitters: [{ fixture, share: 1, shape: 'sphere', centre: [0, 0, 0], radius: radius + 0.002 }],
  }
}

/** A strip of light along z in its rail, shining up. */
export function lightStrip(fixture: string, length: number): Piece {
  const width = 0.012
  return {
    parts: [
      {
        material: 'lacquer',
        geometry: rod(0.008, length, 4)
          .rotateX(Math.PI / 2)
          .translate(0, -0.012, 0),
        detail: 0.5,
        blocks: false,
      },
      {
        material: 'bulb',
        role: 'glow',
        fixture,
        detail: 0,
        blocks: false,
        glow: luminance(1, width * length),
        geometry: sheet(width, length).rotateX(-Math.PI / 2),
      },
    ],
    emitters: [
      {
        fixture,
        share: 1,
        shape: 'rectangle',
        centre: [0, 0.002, 0],
        u: [0, 0, length / 2],
        v: [width / 2, 0, 0],
      },
    ],
  }
}

/** A small metal reading lamp on a swing arm; it shines towards `aim` and its plate is at `wall`, both from the bulb. */
export function readingLamp(fixture: string, aim: Place, wall: Place): Piece {
  const radius = 0.026
  const turn = new Matrix4().makeRotationFromQuaternion(
    new Quaternion().setFromUnitVectors(new Vector3(0, -1, 0), new Vector3(...aim).normalize()),
  )
  const outer = [
    [0.085, -0.055],
    [0.07, 0.0],
    [0.045, 0.055],
    [0.028, 0.075],
    [0.026, 0.11],
    [0.001, 0.115],
  ] as const
  const inner = [
    [0.082, -0.055],
    [0.067, 0.0],
    [0.042, 0.053],
    [0.001, 0.07],
  ] as const
  const joint = new Vector3(0, 0.105, 0).applyMatrix4(turn)
  return {
    parts: [
      { material: 'black', geometry: turned(outer, 40).applyMatrix4(turn) },
      { material: 'opal', geometry: turnedOut(turned(inner, 40)).applyMatrix4(turn) },
      bulb(fixture, radius),
      {
        material: 'brass',
        geometry: bentRod(
          [
            [joint.x, joint.y, joint.z],
            [wall[0] * 0.6 + joint.x * 0.4, wall[1] * 0.2 + joint.y + 0.05, wall[2] * 0.55],
            [wall[0], wall[1], wall[2]],
          ],
          0.007,
        ),
        detail: 0.6,
        sheet: true,
      },
      {
        material: 'brass',
        geometry: rod(0.04, 0.018, 28)
          .rotateX(Math.PI / 2)
          .translate(wall[0], wall[1], wall[2] + 0.009),
        detail: 0.6,
      },
    ],
    emitters: [{ fixture, share: 1, shape: 'sphere', centre: [0, 0, 0], radius }],
  }
}
