import { CanvasTexture, RepeatWrapping, SRGBColorSpace } from 'three'
import type { Rgb } from '../../src/light/linear-colour.ts'

/** A drawn texture and the colour to multiply it with, so that its mean is the albedo the baker used. */
export interface DrawnPattern {
  readonly texture: CanvasTexture
  readonly tint: Rgb
}

/** How to draw a pattern: on a square of `pixels`, which covers `metres` (null: once over the whole surface). */
export interface PatternRecipe {
  readonly pixels: number
  readonly metres: number | null
  draw(canvas: CanvasRenderingContext2D, pixels: number, next: () => number, albedo: Rgb): void
}

/** `slant` is how many samples it gets where it is seen at a slant. */
export function drawPattern(
  recipe: PatternRecipe,
  albedo: Rgb,
  seed: number,
  slant: number,
): DrawnPattern | null {
  const canvas = document.createElement('canvas')
  canvas.width = recipe.pixels
  canvas.height = recipe.pixels
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.fillStyle = css(albedo)
  context.fillRect(0, 0, recipe.pixels, recipe.pixels)
  recipe.draw(context, recipe.pixels, chance(seed), albedo)
  const mean = meanOf(context.getImageData(0, 0, recipe.pixels, recipe.pixels).data)
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.anisotropy = slant
  texture.wrapS = RepeatWrapping
  texture.wrapT = RepeatWrapping
  if (recipe.metres !== null) texture.repeat.setScalar(1 / recipe.metres)
  const tint = (c: 0 | 1 | 2) => (mean[c] > 0 ? albedo[c] / mean[c] : 1)
  return { texture, tint: [tint(0), tint(1), tint(2)] }
}

/** A linear colour as CSS writes it, `scale` times as bright. */
export function css(albedo: Rgb, scale = 1): string {
  return `rgb(${albedo.map((v) => Math.round(255 * encode(Math.min(1, v * scale)))).join(' ')})`
}

/** Numbers 0..1 that are the same for the same seed (Park and Miller). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}

function meanOf(data: Uint8ClampedArray): [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0]
  let count = 0
  for (let i = 0; i < data.length; i += 4 * 7) {
    for (const c of [0, 1, 2] as const) sums[c] += decode((data[i + c] ?? 0) / 255)
    count++
  }
  return [sums[0] / count, sums[1] / count, sums[2] / count]
}

/** IEC 61966-2-1. */
function encode(v: number): number {
  return v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055
}

function decode(v: number): number {
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
}
