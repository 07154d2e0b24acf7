import type { Part } from './piece.ts'
import { ball } from './shapes.ts'

/**
 * What a surface shines with for each lumen of its lamp: a diffuse one of `area` square metres that gives
 * `share` of the flux has share / (pi area) cd/m2.
 */
export function luminance(share: number, area: number): number {
  return share / (Math.PI * area)
}

export function sphereArea(radius: number): number {
  return 4 * Math.PI * radius * radius
}

/** A bulb around the origin, too bright and too small to show any light but its own. */
export function bulb(fixture: string, radius: number): Part {
  return {
    material: 'bulb',
    role: 'glow',
    fixture,
    detail: 0,
    blocks: false,
    glow: luminance(1, sphereArea(radius)),
    geometry: ball(radius, 24),
  }
}
