import type { Channel, ChannelHost } from './channel.ts'

/** What screens talk to: messages go in here, whichever showroom answers them just now. */
export interface Screens {
  receive(channel: Channel, data: unknown): Promise<void>
  close(channel: Channel): void
}

export interface ScreensParts {
  /** A screen came, for the first time or anew. */
  readonly came: () => void
  /** A screen said something: somebody is at it. */
  readonly heard: () => void
}

/** More than screens say in the seconds that a replacement takes is nonsense. */
const mostWaiting = 200

/** Screens that stay while the showroom behind them is replaced: they are hung up on, and come back by themselves. */
export class SwitchedScreens implements Screens {
  private host: ChannelHost | null = null
  private readonly channels = new Set<Channel>()
  /** What was said while there was no showroom: the next one answers. */
  private waiting: { readonly channel: Channel; readonly data: unknown }[] = []
  private readonly parts: ScreensParts

  constructor(parts: ScreensParts) {
    this.parts = parts
  }

  async receive(channel: Channel, data: unknown): Promise<void> {
    // The first message is the screen's own: it follows.
    if (this.channels.has(channel)) this.parts.heard()
    else this.parts.came()
    this.channels.add(channel)
    if (this.host !== null) await this.host.receive(channel, data)
    else if (this.waiting.length < mostWaiting) this.waiting.push({ channel, data })
  }

  close(channel: Channel): void {
    this.channels.delete(channel)
    this.waiting = this.waiting.filter((one) => one.channel !== channel)
    this.host?.close(channel)
  }

  /** Hangs up on every screen. */
  disconnect(): void {
    const { host } = this
    this.host = null
    this.waiting = []
    for (const channel of [...this.channels]) {
      this.channels.delete(channel)
      host?.close(channel)
      channel.end?.()
    }
  }

  connect(host: ChannelHost): void {
    this.host = host
    const { waiting } = this
    this.waiting = []
    for (const { channel, data } of waiting) void host.receive(channel, data)
  }
}
