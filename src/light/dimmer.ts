/** What a lamp still gives at the lowest end of its dimmer, as a fraction of its full light. */
export const lowestOutput = 0.004
/** A square-ish law, as eyes see it: half-way on the dimmer looks half as bright (about 22 % of the light). */
const gamma = 2.2

/** Linear light of a lit lamp, as a fraction of its full light, at `brightness` 0..1 on the dimmer. */
export function dimmerToOutput(brightness: number): number {
  const held = Math.min(1, Math.max(0, brightness))
  return lowestOutput + (1 - lowestOutput) * held ** gamma
}

/** The place on the dimmer, 0..1, that gives this fraction of a lamp's full light. */
export function outputToDimmer(output: number): number {
  const above = (output - lowestOutput) / (1 - lowestOutput)
  return Math.min(1, Math.max(0, above)) ** (1 / gamma)
}
