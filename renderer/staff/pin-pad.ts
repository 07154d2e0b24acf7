/** The ten digits in an order by chance, so that smudges and watchers learn little. `random` gives 32 bits. */
export function shuffledDigits(random: () => number): number[] {
  const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  for (let last = digits.length - 1; last > 0; last--) {
    const other = random() % (last + 1)
    const [a, b] = [digits[last], digits[other]]
    if (a === undefined || b === undefined) continue
    digits[last] = b
    digits[other] = a
  }
  return digits
}

export function randomBits(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
}
