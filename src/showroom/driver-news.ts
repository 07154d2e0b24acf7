import type { ButtonWord } from '../contract/button.ts'
import type { DongleStatus } from '../contract/showroom-state.ts'
import type { Bindings } from './bindings.ts'
import type { DeviceId } from './device.ts'
import type { DeviceLink } from './device-link.ts'
import type { DriverEvent } from './driver.ts'
import { congestionNotice, preparingNotice } from './notices.ts'
import type { Remotes } from './remotes.ts'
import type { ScenePlans } from './scene-plans.ts'
import type { ShownState } from './shown-state.ts'

export interface DriverNewsParts {
  readonly shown: ShownState
  readonly link: DeviceLink
  readonly plans: ScenePlans
  readonly remotes: Remotes
  readonly bindings: Bindings
  /** The dongle is there: lamps can be asked what they are. */
  readonly ready: () => void
  /** A device is known: what it can do may not be what its place promised. */
  readonly met: () => void
  /** A hand pressed a button in a room. */
  readonly somebodyIsHere: () => void
}

/** Takes what the driver tells to whom it concerns. */
export class DriverNews {
  private readonly parts: DriverNewsParts

  constructor(parts: DriverNewsParts) {
    this.parts = parts
  }

  heard(event: DriverEvent): void {
    const { shown, link, plans, met } = this.parts
    switch (event.kind) {
      case 'status':
        this.dongleChanged(event.status)
        shown.post('dongle', event.notice === null ? [] : [event.notice])
        return
      case 'facts':
        shown.setDongleFacts(event.facts)
        return
      case 'device':
        link.met(event.device, shown.dongle.phase === 'ready')
        plans.tellSoon()
        met()
        return
      case 'device-left':
        link.left(event.device)
        return
      case 'newcomer':
      case 'frame':
        return
      case 'returned':
        link.returned(event.device)
        return
      case 'report':
        link.reported(event.device, event.report)
        this.pressed(event.device, event.report.pressed)
        return
      case 'congestion':
        link.setCongested(event.congested)
        shown.post('congestion', event.congested ? [congestionNotice] : [])
        return
      case 'prepared':
        shown.post('prepared', event.ready < event.total ? [preparingNotice(event)] : [])
    }
  }

  private pressed(device: DeviceId, word: ButtonWord | undefined): void {
    const { bindings, remotes } = this.parts
    const place = bindings.bindingOf(device)
    if (place === null || word === undefined) return
    this.parts.somebodyIsHere()
    remotes.pressed(place, word)
  }

  private dongleChanged(status: DongleStatus): void {
    const { shown, link, ready } = this.parts
    shown.setDongle(status)
    if (status.phase === 'lost') {
      link.lost()
      shown.post('congestion', [])
    }
    if (status.phase === 'ready') ready()
  }
}
