/** Channels of the 2.4 GHz band, and their bits in a channel mask. */
export const [firstChannel, lastChannel] = [11, 26] as const

/** Channels of a mask, lowest first. */
export function channelsOf(mask: number): number[] {
  const all = Array.from({ length: lastChannel - firstChannel + 1 }, (_, index) => firstChannel + index)
  return all.filter((channel) => (mask & (1 << channel)) !== 0)
}
