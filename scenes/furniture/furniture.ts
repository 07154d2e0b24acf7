import { z } from 'zod'
import type { BakedFixture } from '../../src/light/baked-room.ts'
import type { Piece } from './piece.ts'

/** What a piece may ask about the place that it is put in. */
export interface Surroundings {
  /** The fixture that it is the body of; empty for plain furniture. */
  readonly fixture: string
  /** Angle of a directed lamp's beam between its half intensities, degrees; null for a bare one. */
  readonly beam: number | null
  /** The window that it hangs in, if it does: metres. */
  readonly window: { readonly width: number; readonly height: number; readonly sill: number } | null
}

/**
 * A kind of furniture: a builder with parameters that a room's description may set. Everything stands upright
 * on its origin and faces z, its width along x; what hangs on a wall has the wall behind it at z = 0, what
 * hangs from a ceiling has the ceiling at y = 0.
 */
export interface Furniture {
  readonly about: string
  readonly parameters: z.ZodObject
  /** The kind of fixture it can be the body of; without it, it is furniture only. */
  readonly serves?: BakedFixture['kind']
  /** Of a lamp: it throws a beam, whose width its fixture tells. */
  readonly directed?: boolean
  /** Takes what passed `parameters`. */
  build(parameters: unknown, surroundings: Surroundings): Piece
}

export function furniture<S extends z.ZodObject>(
  kind: Omit<Furniture, 'parameters' | 'build'> & {
    readonly parameters: S
    build(parameters: z.output<S>, surroundings: Surroundings): Piece
  },
): Furniture {
  return { ...kind, build: (raw, surroundings) => kind.build(kind.parameters.parse(raw), surroundings) }
}

/** A length with its usual value; told in the list of furniture. */
export function metres(usual: number, least: number, most: number, about: string) {
  return z.number().min(least).max(most).default(usual).describe(`${about}, metres`)
}

/** How many of something. */
export function count(usual: number, least: number, most: number, about: string) {
  return z.int().min(least).max(most).default(usual).describe(about)
}

/** A colour as paint cards and web shops give it: sRGB, six digits. */
export function colour(usual: string, about: string) {
  return z
    .templateLiteral(['#', z.string().regex(/^[0-9a-f]{6}$/)])
    .default(usual as `#${string}`)
    .describe(`${about}, a colour like "${usual}" in small letters`)
}

/** A number that changes what chance decides: folds, books, leaves. */
export const seed = z.int().min(1).max(100000).default(1).describe('any number: another one, another look')
