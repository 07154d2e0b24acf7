import type { DeviceCommand } from './device.ts'

/** On a full air what a device says by itself may have been on its way for so long. */
const lateMs = 10_000

/** What a device was told and was, as far back as its words may come from. */
export class DevicePast {
  private doneAtMs = Number.NEGATIVE_INFINITY
  private toldOn: boolean | undefined
  /** Whether it was on, and until when it may have been. */
  private pages: { readonly on: boolean; readonly untilMs: number }[] = []

  /** It is told to change; `saidOn` is whether it is on, as it said last. */
  commanded(command: Exclude<DeviceCommand, { kind: 'blind' }>, saidOn: boolean | undefined, nowMs: number) {
    const wasOn = saidOn ?? this.toldOn
    this.doneAtMs = nowMs + (command.kind === 'light' ? command.transitionMs : 0)
    this.pages = this.pages.filter(({ untilMs }) => nowMs < untilMs + lateMs)
    if (wasOn !== undefined) this.pages.push({ on: wasOn, untilMs: this.doneAtMs })
    this.toldOn = command.on ?? wasOn
  }

  /** Whether its words may be of before it was told what it was told last, or of its way there. */
  mayStillSpeak(nowMs: number): boolean {
    return nowMs < this.doneAtMs + lateMs
  }

  /** Whether it was on, or off, so shortly ago that its word of that may only arrive now. */
  knows(on: boolean, nowMs: number): boolean {
    return this.pages.some((page) => page.on === on && nowMs < page.untilMs + lateMs)
  }
}
