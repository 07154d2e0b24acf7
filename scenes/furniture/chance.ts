/** Numbers 0..1 that look random and are the same for the same seed (Park and Miller's generator). */
export function chance(seed: number): () => number {
  let state = seed % 2147483647 || 1
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}
