import type { FixtureState } from '../contract/fixture-state.ts'
import type { RoomId } from '../contract/ids.ts'
import type { Intent } from '../contract/intent.ts'
import type { Notice, Snapshot } from '../contract/showroom-state.ts'
import type { Binding } from './bindings.ts'
import type { ChangeLog } from './change-log.ts'
import type { Content } from './content.ts'
import type { DeviceDescription } from './device.ts'
import type { IntentResult } from './intents.ts'
import type { LampSignal } from './lamp-signal.ts'
import type { OwnRecord } from './own-scenes/own-record.ts'
import type { ShelvedScene } from './own-scenes/scene-shelf.ts'
import { pictureOfWish } from './picture.ts'
import type { Placement } from './placement.ts'
import type { ShowroomParts } from './showroom-parts.ts'
import type { Place } from './wish.ts'
import { Works } from './works.ts'
import { problemSentence } from './yaml-file.ts'

/** One showroom: turns intents into commands and reports into the picture that screens follow. */
export class Showroom {
  private readonly parts: ShowroomParts
  private readonly works: Works
  private unlisten: (() => void) | null = null

  constructor(parts: ShowroomParts) {
    this.parts = parts
    this.works = new Works(parts)
  }

  /** Which device is where, for staff. */
  get placement(): Placement {
    return this.works.placement
  }

  /** A device shows staff which one it is. */
  get signal(): LampSignal {
    return this.works.signal
  }

  get changes(): ChangeLog {
    return this.works.shown.changes
  }

  async start(): Promise<void> {
    const { driver, log } = this.parts
    const { shelf, shown, shop, bindings, upkeep, director, visit, journey, news } = this.works
    const { content } = shelf
    for (const problem of content.problems) log('warning', `left out: ${problemSentence(problem)}`)
    upkeep.tellProblems()
    shown.post('shop', shop.notices())
    shop.start()
    try {
      this.works.hasBindings = await bindings.load()
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error)
      log('error', sentence)
      this.works.hasBindings = true // Somewhere in a record that must not be overruled.
      shown.post('bindings', [{ code: 'bindings-unreadable', severity: 'error', sentence, values: {} }])
    }
    this.works.rebind()
    director.start()
    visit.start()
    this.unlisten = driver.listen((event) => {
      journey.heard(event)
      news.heard(event)
    })
    await driver.start()
  }

  async stop(): Promise<void> {
    this.unlisten?.()
    this.works.plans.stop()
    this.works.shop.stop()
    this.works.journey.stop()
    this.works.visit.stop()
    this.works.counter?.ended()
    this.works.attract.stop()
    this.works.remotes.stop()
    this.works.director.stop()
    this.works.shown.ledger.stop()
    this.works.signal.stop()
    this.works.keeper.stop()
    this.works.guard.stop()
    this.works.link.stop()
    await this.parts.driver.stop()
  }

  handle(intent: Intent): IntentResult {
    // That somebody is here, or not any more, goes nowhere; nor does what is only counted.
    if (!['stay', 'end-visit', 'show-code'].includes(intent.kind)) this.works.journey.begin()
    const result = this.works.intents.handle(intent)
    if (result === 'accepted') this.works.counter?.saw(intent)
    return result
  }

  /**
   * Binds devices until the next start, unless staff have said which device is where: a record is never
   * overruled, and nothing is saved.
   */
  lendBindings(bindings: readonly Binding[]): void {
    if (this.works.hasBindings) return
    this.works.bindings.lend(bindings)
    this.works.rebind()
  }

  /** Staff have signed in, or the last of them has left. */
  staffAreHere(here: boolean): void {
    this.works.visit.keep(here)
  }

  /** Staff have said something else of the store: what it sells is told anew. */
  setStore(storeId: string | null): void {
    this.works.shop.setStore(storeId)
    this.works.shown.post('shop', this.works.shop.notices())
  }

  /** All scenes, hidden ones too, and where each comes from; for staff. */
  shelved(): readonly ShelvedScene[] {
    return this.works.shelf.scenes
  }

  /** The content as it came, without what staff have made of it. */
  get given(): Content {
    return this.parts.content
  }

  /** Staff have made something else of the scenes: shown from this moment. */
  layScenes(own: OwnRecord): void {
    this.works.upkeep.lay(own)
    this.works.plans.tellSoon()
    this.works.shop.tellAnew()
  }

  /** What the fixtures of a room are, or will be when all that was asked of them is done; silent ones as they were asked. */
  standing(room: RoomId): FixtureState[] {
    return this.works.shown.board
      .all()
      .filter((state) => state.room === room)
      .map((state) => {
        const wish = this.works.prospect.wish({ room, fixture: state.id })
        return wish === null ? state : pictureOfWish(state, wish, this.parts.clock.now())
      })
  }

  /** The stores that this could be. */
  stores(): { id: string; name: string }[] {
    return [...this.parts.content.shop.stores.values()].map(({ id, name }) => ({ id, name }))
  }

  /** Where devices stand, also in rooms that are not shown. */
  bound(): readonly Place[] {
    return this.works.bindings.all()
  }

  /** Replaces what `source` has to say to staff. */
  tellStaff(source: string, notices: readonly Notice[]): void {
    this.works.shown.post(source, notices)
  }

  devices(): readonly DeviceDescription[] {
    return this.works.link.devices()
  }

  snapshot(): Snapshot {
    return this.works.shown.snapshot()
  }
}
