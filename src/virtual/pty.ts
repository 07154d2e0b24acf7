import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { lstatSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** There is no `socat` to make a pseudo-terminal with, or something else stands where its file is to be. */
export class PtyError extends Error {
  readonly code = 'NO_PTY'
}

const restartMs = 200

/**
 * A serial device file in front of the TCP port, made by `socat`. It stays while clients come and go, as a stick's
 * does: as soon as one has opened it, it leads to a fresh terminal for the next.
 */
export class Pty {
  private readonly path: string
  private readonly target: string
  private readonly terminals = new Set<ChildProcess>()
  private stopped = false

  /** `target` is "host:port". */
  constructor(path: string, target: string) {
    this.path = path
    this.target = target
  }

  start(): void {
    if (spawnSync('socat', ['-V'], { stdio: 'ignore' }).error !== undefined) {
      throw new PtyError(
        '--pty needs the program "socat". Install it (apt-get install socat), or connect by TCP.',
      )
    }
    if (lstatSync(this.path, { throwIfNoEntry: false })?.isSymbolicLink() === false)
      throw new PtyError(`--pty ${this.path}: there is a file already. Choose another path.`)
    this.stopped = false
    this.makeTerminal()
  }

  stop(): void {
    this.stopped = true
    for (const terminal of this.terminals) terminal.kill()
    rmSync(this.path, { force: true })
  }

  private makeTerminal(): void {
    if (this.stopped) return
    // The slave side is waited for, so that the line has no client before somebody opens the file.
    const pty = 'pty,raw,echo=0,wait-slave,pty-interval=0.02'
    const terminal = spawn('socat', ['-d', '-d', pty, `tcp:${this.target},nodelay`], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.terminals.add(terminal)
    let opened = false
    createInterface({ input: terminal.stderr }).on('line', (notice) => {
      const device = /PTY is (\S+)/.exec(notice)?.[1]
      if (device !== undefined) this.leadTo(device)
      if (opened || !notice.includes('opening connection')) return
      opened = true
      this.makeTerminal()
    })
    terminal.on('exit', () => {
      this.terminals.delete(terminal)
      if (!opened) setTimeout(() => this.makeTerminal(), restartMs).unref()
    })
  }

  /** In one step, so that there is a file at every moment. */
  private leadTo(device: string): void {
    if (this.stopped) return
    const next = `${this.path}.next`
    rmSync(next, { force: true })
    symlinkSync(device, next)
    renameSync(next, this.path)
  }
}
