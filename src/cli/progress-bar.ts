/** Where a bar can be drawn. */
export interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

const width = 30

/** A bar that fills on a terminal; elsewhere, as in a log, nothing is written. */
export class ProgressBar {
  private readonly name: string
  private readonly terminal: Terminal
  private shown = -1

  constructor(name: string, terminal: Terminal) {
    this.name = name
    this.terminal = terminal
  }

  /** Shows the share done, 0..1; a share that looks the same is not drawn again. */
  readonly show = (share: number): void => {
    const percent = Math.round(Math.min(1, Math.max(0, share)) * 100)
    if (this.terminal.isTTY !== true || percent === this.shown) return
    this.shown = percent
    const full = Math.round((percent / 100) * width)
    this.terminal.write(`\r${this.name} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${percent} %`)
  }

  /** Leaves the line, so that what follows starts on its own. */
  end(): void {
    if (this.shown >= 0) this.terminal.write('\n')
    this.shown = -1
  }
}
