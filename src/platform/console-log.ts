import type { Log } from '../showroom/log.ts'

/** Writes to standard error, where the shell or the operating system's journal keeps it. */
export const consoleLog: Log = (level, sentence) => {
  if (level === 'debug' && process.env.SHOWROOM_LOG !== 'debug') return
  process.stderr.write(`${new Date().toISOString()} ${level.padEnd(7)} ${sentence}\n`)
}
