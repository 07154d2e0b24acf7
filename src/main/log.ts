/** Writes to standard error, where the operating system's journal keeps it. */
export function log(sentence: string): void {
  process.stderr.write(`${new Date().toISOString()} shell   ${sentence}\n`)
}
