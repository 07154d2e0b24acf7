import type { Controller } from 'zigbee-herdsman'
import { type Log, silentLog } from '../showroom/log.ts'
import type { OpenBackup } from './coordinator-backup.ts'
import type { HerdsmanDevice } from './definition.ts'
import { NetworkExplorer } from './network-explorer.ts'

/** A device that does not say what it is is asked so often. */
const attempts = 3
const betweenMs = 1000
/** When many are asked at once the air is full; one that is dead must not hold all others up. */
const atOnce = 4

export interface InterviewsParts {
  readonly controller: Controller
  readonly log: Log
  readonly isKnown: (device: HerdsmanDevice) => boolean
  /** It announced itself before herdsman was told that it joins. */
  readonly found: (device: HerdsmanDevice) => void
  /** It has said what it is. */
  readonly introduced: (device: HerdsmanDevice) => Promise<void>
  /** It was asked as often as it is worth, and did not say. */
  readonly mute: (device: HerdsmanDevice) => void
  /** The connection is over: what fails now is no news. */
  readonly isOver: () => boolean
}

/** Asks devices what they are until all have said it. */
export class Interviews {
  private readonly parts: InterviewsParts
  private readonly explorer: NetworkExplorer
  private readonly asking = new Set<string>()

  constructor(parts: InterviewsParts) {
    this.parts = parts
    this.explorer = new NetworkExplorer(parts.controller, parts.isOver)
  }

  /**
   * Asks those that had joined, but not yet said what they are when the dongle went, and those that only the stick
   * remembers: herdsman's list may have been cut short. In a network that others have built, so that nobody is known,
   * all that can be found are asked.
   */
  async finish(memory: OpenBackup | null): Promise<void> {
    const { controller, isOver } = this.parts
    this.explorer.onStranger((device) => {
      this.parts.found(device)
      void this.ask(device, 0)
    })
    const explores = controller.getDevicesIterator(isGuest).next().done === true
    this.explorer.remembered(memory)
    if (explores) {
      await this.explorer
        .aroundStick()
        .catch((error: unknown) => this.say(`the stick hears nobody: ${error}`))
    }
    if (isOver()) return
    const waiting = [...controller.getDevicesIterator(isGuest)].filter(
      (device) => device.interviewState !== 'SUCCESSFUL' && !this.explorer.isAsleep(device),
    )
    const workThrough = async () => {
      for (let next = waiting.shift(); next !== undefined && !isOver(); next = waiting.shift()) {
        await this.ask(next, 0)
        if (explores && this.parts.isKnown(next)) waiting.push(...(await this.heardBy(next)))
      }
    }
    await Promise.all(Array.from({ length: atOnce }, workThrough))
  }

  /** herdsman has asked in vain when a device joined. */
  failed(device: HerdsmanDevice): void {
    void this.ask(device, betweenMs)
  }

  /**
   * A device that nobody knows has spoken, so it is awake now. Somebody may have pressed its button: nothing is written
   * of it.
   */
  heard(device: HerdsmanDevice): void {
    if (device.interviewState === 'PENDING' || device.interviewState === 'FAILED') {
      void this.ask(device, 0, silentLog)
    }
  }

  private async ask(device: HerdsmanDevice, waitMs: number, log = this.parts.log): Promise<void> {
    const { isOver, isKnown, introduced } = this.parts
    const { ieeeAddr } = device
    if (this.asking.has(ieeeAddr)) return
    this.asking.add(ieeeAddr)
    try {
      for (let attempt = 0; attempt < attempts; attempt++) {
        await pause(attempt === 0 ? waitMs : betweenMs)
        if (isOver() || isKnown(device)) return
        // herdsman asks by itself when a device joins, and tells how that ended.
        if (device.interviewState === 'IN_PROGRESS') return
        try {
          await device.interview(true)
          await introduced(device)
          return
        } catch (error) {
          log('debug', `${ieeeAddr} still does not say what it is: ${String(error)}`)
        }
      }
      if (isOver()) return
      log('warning', `${ieeeAddr} joined but did not say what it is`)
      this.parts.mute(device)
    } finally {
      this.asking.delete(ieeeAddr)
    }
  }

  private async heardBy(device: HerdsmanDevice): Promise<HerdsmanDevice[]> {
    if (device.type !== 'Router') return []
    try {
      return (await this.explorer.around(device)).filter((each) => !this.explorer.isAsleep(each))
    } catch (error) {
      this.say(`${device.ieeeAddr} does not say whom it hears: ${String(error)}`)
      return []
    }
  }

  private say(sentence: string): void {
    this.parts.log('debug', sentence)
  }
}

function isGuest(device: HerdsmanDevice): boolean {
  return device.type !== 'Coordinator'
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms).unref())
}
