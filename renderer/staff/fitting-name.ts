/** As wide as a letter is on average, in font sizes; Chinese and Japanese ones are twice that. */
const letterWidth = 0.55
const wide = /[\u2e80-\u9fff\uac00-\uff60]/

/** As much of a name as fits into a width in font sizes, with a mark where it goes on. */
export function fittingName(name: string, width: number): string {
  let left = width / letterWidth
  const letters = [...name]
  const isOver = (letter: string) => {
    left -= wide.test(letter) ? 2 : 1
    return left < 0
  }
  const end = letters.findIndex(isOver)
  return end < 0
    ? name
    : `${letters
        .slice(0, Math.max(1, end - 1))
        .join('')
        .trimEnd()}…`
}
