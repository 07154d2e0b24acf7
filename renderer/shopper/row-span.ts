/** The columns of a grid in which two, three and four stand side by side. */
export const gridColumns = 12

/**
 * How many columns of such a grid the one at `index` of `count` takes in rows of `across` (2, 3 or 4): every row is
 * full, and nothing stands in one alone.
 */
export function rowSpan(index: number, count: number, across: number): number {
  const left = count % across
  if (left !== 1 || count <= across) return gridColumns / (index < count - left ? across : left)
  // The last row and the one that would have to be alone share.
  const place = index - (count - across - 1)
  const half = (across + 1) / 2
  if (place < 0) return gridColumns / across
  return gridColumns / (place < Math.ceil(half) ? Math.ceil(half) : Math.floor(half))
}
