import { largeChanges } from './count-flashes.ts'

/** Light is looked at this often. */
export const sampleMs = 10

/** Flashes in the worst second, of any lamp and of the room. */
export interface Flashes {
  readonly worstLamp: number
  readonly worstRoom: number
}

/** `outputs` and `reds` are the courses of a room's fixtures, in their order, a value every `sampleMs`. What has no lumens counts as an average lamp. */
export function flashesOf(
  fixtures: readonly { readonly kind?: string; readonly lumens?: number }[],
  outputs: readonly number[][],
  reds: readonly number[][],
): Flashes {
  const lumens = fixtures.map((fixture) => fixture.lumens ?? 0)
  const known = lumens.filter((value) => value > 0)
  const average = known.reduce((a, b) => a + b, 0) / Math.max(1, known.length) || 1
  const byLight = lumens.map((value) => value || average)
  const light = byLight.reduce((a, b) => a + b)
  const weighings = [byLight.map((value) => value / light), byLight.map(() => 1 / byLight.length)]
  const perSecond = 1000 / sampleMs
  const flashes = (course: readonly number[]) => Math.floor(largeChanges(course, perSecond) / 2)
  const rooms = weighings.map((weights) =>
    (outputs[0] ?? []).map((_, t) =>
      weights.reduce((sum, weight, i) => sum + weight * (outputs[i]?.[t] ?? 0), 0),
    ),
  )
  return {
    worstLamp: Math.max(...[...outputs, ...reds].map(flashes)),
    worstRoom: Math.max(...rooms.map(flashes)),
  }
}
