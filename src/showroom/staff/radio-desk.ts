import type { ChannelMove, ChannelNoise, GivenUpNetwork } from '../../contract/staff/radio-channel.ts'
import type { DeviceDriver } from '../driver.ts'
import type { Showroom } from '../showroom.ts'
import type { StaffNews } from './staff-news.ts'

export type ChannelRefusal = 'no-dongle' | 'moving' | 'there'

export interface RadioDeskParts {
  readonly showroom: Showroom
  readonly driver: DeviceDriver
  readonly news: StaffNews
  /** What kept staff's hands busy is over. */
  readonly handsFree: () => void
}

/** What managers do with the network itself: move it to a quieter channel, or give one up for another. */
export class RadioDesk {
  private readonly parts: RadioDeskParts
  private move: ChannelMove = { phase: 'none' }

  constructor(parts: RadioDeskParts) {
    this.parts = parts
  }

  state(): ChannelMove {
    return this.move
  }

  get isBusy(): boolean {
    return ['asking', 'moving', 'looking', 'returning'].includes(this.move.phase)
  }

  /** What the stick hears on each channel; null when there is none to listen. Not while the network moves. */
  async listen(): Promise<ChannelNoise | null> {
    const heard = this.isBusy ? null : await this.parts.driver.listenToChannels().catch(() => null)
    const present = this.channel()
    if (heard === null || present === null) return null
    const list = [...heard].map(([channel, energy]) => ({ channel, energy }))
    return { present, heard: list.toSorted((a, b) => a.energy - b.energy) }
  }

  /** Begins to move; followers are told how far it has come. Null when it has begun. */
  begin(to: number): ChannelRefusal | null {
    const from = this.channel()
    if (this.isBusy) return 'moving'
    if (from === null || this.parts.showroom.snapshot().dongle.phase !== 'ready') return 'no-dongle'
    if (from === to) return 'there'
    void this.change(from, to)
    return null
  }

  /**
   * Gives a network up for the stick that waits for this word; the kiosk takes the stick at its next look. False when no
   * stick waits for it: nobody gives up what they have not been shown.
   */
  giveUp(network: GivenUpNetwork): boolean {
    const notices = this.parts.showroom.snapshot().notices
    const isAsked = notices.some(({ code, values }) =>
      network === 'new'
        ? code === 'dongle-blank-no-backup'
        : code === 'dongle-other-network' && values.panId === network,
    )
    if (isAsked) this.parts.driver.allowOverwriting(network === 'new' ? 'new' : Number.parseInt(network, 16))
    return isAsked
  }

  private async change(from: number, to: number): Promise<void> {
    this.tell({ phase: 'asking', from, to })
    const change = await this.parts.driver.changeChannel(to, (phase) => this.tell({ phase, from, to }))
    if (change.kind === 'failed') this.tell({ phase: 'failed', from, to })
    else {
      const phase = change.kind === 'changed' ? 'moved' : 'returned'
      this.tell({ phase, from, to, silent: [...change.silent] })
    }
    this.parts.handsFree()
  }

  private channel(): number | null {
    return this.parts.showroom.snapshot().dongleFacts?.channel ?? null
  }

  private tell(move: ChannelMove): void {
    this.move = move
    this.parts.news.tell({ kind: 'channel-move', channelMove: move })
  }
}
