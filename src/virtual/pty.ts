import { type ChildProcess, spawn, spawnSync } from 'node:child_process'

/** There is no `socat` to make a pseudo-terminal with. */
export class PtyError extends Error {
  readonly code = 'NO_PTY'
}

const restartMs = 200

/**
 * A serial device file in front of the TCP port, made by `socat`. It is there again after a client has closed it,
 * as a stick's device file is.
 */
export class Pty {
  private readonly path: string
  private readonly target: string
  private child: ChildProcess | null = null
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
    this.stopped = false
    this.run()
  }

  stop(): void {
    this.stopped = true
    this.child?.kill()
  }

  private run(): void {
    if (this.stopped) return
    // The slave side is waited for, so that the line has no client before somebody opens the file.
    const pty = `pty,raw,echo=0,link=${this.path},wait-slave,pty-interval=0.02`
    const child = spawn('socat', [pty, `tcp:${this.target},nodelay`], { stdio: 'ignore' })
    this.child = child
    child.on('exit', () => {
      if (!this.stopped && this.child === child) setTimeout(() => this.run(), restartMs).unref()
    })
  }
}
