import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { type SavedDongle, savedDongle } from './saved-state.ts'

/** A state file that cannot be used. It is left as it is. */
export class StateFileError extends Error {
  readonly code = 'STATE_FILE'
}

/** Writing waits so long for more changes, so that a fade is written once. */
const quietMs = 250

/** Keeps what a dongle remembers in a file: written aside, synced, renamed, so that it is whole at any moment. */
export class StateFile {
  private readonly path: string
  private readonly content: () => SavedDongle
  private timer: NodeJS.Timeout | null = null

  constructor(path: string, content: () => SavedDongle) {
    this.path = path
    this.content = content
  }

  /** Null when there is no such file yet. Throws `StateFileError`. */
  static read(path: string): SavedDongle | null {
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw new StateFileError(`The state file ${path} cannot be read.`, { cause: error })
    }
    try {
      return savedDongle.parse(JSON.parse(text))
    } catch (error) {
      const remedy = 'Delete it to start with a blank stick.'
      throw new StateFileError(`The state file ${path} is not one of a virtual dongle. ${remedy}`, {
        cause: error,
      })
    }
  }

  /** Something changed: write soon. */
  touched(): void {
    if (this.timer !== null) return
    this.timer = setTimeout(() => this.flush(), quietMs)
    this.timer.unref()
  }

  flush(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    const aside = `${this.path}.${process.pid}.tmp`
    const file = openSync(aside, 'w')
    try {
      writeSync(file, JSON.stringify(this.content(), null, 1))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(aside, this.path)
  }
}
