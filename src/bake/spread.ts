/** Sequences that cover a square more evenly than chance does, and a chance that is the same every time. */

const golden = 0.6180339887498949

/** A number 0..1 that depends on two integers only (Wellons' "lowbias32" hash). */
export function jitter(a: number, b: number): number {
  let h = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b)) >>> 0
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}

/** The second coordinate of point `i` of a lattice whose first is (i + shift) / count (Fibonacci lattice). */
export function lattice(i: number, shift: number): number {
  const v = i * golden + shift
  return v - Math.floor(v)
}
