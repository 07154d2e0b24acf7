/** One line to whoever runs the command. */
export function say(sentence) {
  process.stdout.write(`${sentence}\n`)
}

/** Ends the command with one line that says what to do, no stack. */
export function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

export function seconds(sinceMs) {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`
}
