/** Slips of the finger cost nothing. */
const free = 2
const firstMs = 5000
const longestMs = 15 * 60_000

/**
 * How long nobody may try a PIN after so many wrong ones in a row: nothing for two, then 5 s, twice as long each time,
 * a quarter of an hour at most. Six digits then last for decades: 96 tries a day of a million.
 */
export function guessDelayMs(failures: number): number {
  return failures <= free ? 0 : Math.min(longestMs, firstMs * 2 ** (failures - free - 1))
}
