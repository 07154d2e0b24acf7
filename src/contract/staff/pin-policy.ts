/** Fewer digits are guessed too soon, more are not remembered. */
const fewest = 6
const most = 10

/** Why a PIN is refused: it is too short or too long, or among the first that anybody would try. */
export type PinProblem = 'length' | 'simple'

/** A PIN is six to ten digits, not one pattern over and over, and no straight run. Null when it is good enough. */
export function pinProblem(pin: string): PinProblem | null {
  if (!/^\d+$/.test(pin) || pin.length < fewest || pin.length > most) return 'length'
  return isRepeated(pin) || isRun(pin) || new Set(pin).size < 3 ? 'simple' : null
}

/** "121212", "123123" */
function isRepeated(pin: string): boolean {
  for (let size = 1; size <= pin.length / 2; size++) {
    if (pin.length % size === 0 && pin === pin.slice(0, size).repeat(pin.length / size)) return true
  }
  return false
}

/** "234567", "987654", and with a 0 after 9 or before it. */
function isRun(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10)
  return steps.every((step) => step === steps[0]) && (steps[0] === 1 || steps[0] === 9)
}
