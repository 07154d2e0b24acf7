import type { Channel, ChannelHost } from './channel.ts'

/** What screens talk to: messages go in here, whichever showroom answers them just now. */
export interface Screens {
  receive(channel: Channel, data: unknown): Promise<void>
  close(channel: Channel): void
}

/** Screens that stay while the showroom behind them is replaced: they are hung up on, and come back by themselves. */
export class SwitchedScreens implements Screens {
  private host: ChannelHost | null = null
  private readonly channels = new Set<Channel>()
  private readonly heard: () => void

  /** `heard` is told of every message: somebody is at a screen. */
  constructor(heard: () => void) {
    this.heard = heard
  }

  async receive(channel: Channel, data: unknown): Promise<void> {
    if (this.channels.has(channel)) this.heard()
    this.channels.add(channel) // The first message is the screen's own: it follows.
    await this.host?.receive(channel, data)
  }

  close(channel: Channel): void {
    this.channels.delete(channel)
    this.host?.close(channel)
  }

  /** Hangs up on every screen. */
  disconnect(): void {
    const { host } = this
    this.host = null
    for (const channel of [...this.channels]) {
      this.channels.delete(channel)
      host?.close(channel)
      channel.end?.()
    }
  }

  connect(host: ChannelHost): void {
    this.host = host
  }
}
