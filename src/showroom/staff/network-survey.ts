import type { NetworkLink, NetworkMap, Survey } from '../../contract/staff/network-map.ts'
import type { DeviceId } from '../device.ts'
import type { DeviceDriver } from '../driver.ts'
import type { StaffNews } from './staff-news.ts'

export interface NetworkSurveyParts {
  readonly driver: DeviceDriver
  readonly news: StaffNews
  /** Those that stand in mains, and so carry messages on for others. */
  readonly routers: () => readonly DeviceId[]
  /** The machine's wall clock, as ISO 8601. */
  readonly date: () => string
}

/** Asks the stick and everybody on mains whom they hear, one after the other: a round that the air hardly feels. */
export class NetworkSurvey {
  private readonly parts: NetworkSurveyParts
  private map: NetworkMap = { askedAt: null, links: [], mute: [] }
  private progress = { asked: 0, of: 0 }
  private isUnderWay = false
  private stopped = false

  constructor(parts: NetworkSurveyParts) {
    this.parts = parts
  }

  get current(): NetworkMap {
    return this.map
  }

  state(): Survey {
    return { isUnderWay: this.isUnderWay, ...this.progress, askedAt: this.map.askedAt }
  }

  stop(): void {
    this.stopped = true
  }

  /** False when there is no stick that could be asked. A round that is under way goes on. */
  async begin(): Promise<boolean> {
    if (this.isUnderWay) return true
    this.isUnderWay = true
    const routers = this.parts.routers()
    this.told(0, routers.length + 1)
    const heard = await this.parts.driver.neighbours(null).catch(() => null)
    if (heard === null) {
      this.isUnderWay = false
      this.told(0, 0)
      return false
    }
    const links = heard.map(({ device, quality }) => ({ hears: null, heard: device, quality }))
    void this.askAll(routers, links)
    return true
  }

  private async askAll(routers: readonly DeviceId[], links: NetworkLink[]): Promise<void> {
    const mute: DeviceId[] = []
    for (const [index, router] of routers.entries()) {
      if (this.stopped) break
      this.told(index + 1, routers.length + 1)
      const heard = await this.parts.driver.neighbours(router).catch(() => null)
      if (heard === null) mute.push(router)
      else links.push(...heard.map(({ device, quality }) => ({ hears: router, heard: device, quality })))
    }
    this.isUnderWay = false
    if (this.stopped) return
    this.map = { askedAt: this.parts.date(), links, mute }
    this.told(routers.length + 1, routers.length + 1)
  }

  private told(asked: number, of: number): void {
    this.progress = { asked, of }
    this.parts.news.tell({ kind: 'survey', survey: this.state() })
  }
}
