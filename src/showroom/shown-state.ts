import type { DongleFacts } from '../contract/dongle-facts.ts'
import type { FixtureState } from '../contract/fixture-state.ts'
import type { RoomId } from '../contract/ids.ts'
import type { Journey } from '../contract/journey.ts'
import type { Presence } from '../contract/presence.ts'
import type { Shop } from '../contract/shop.ts'
import type { DongleStatus, Notice, Snapshot } from '../contract/showroom-state.ts'
import { ChangeLog } from './change-log.ts'
import type { Clock } from './clock.ts'
import { FixtureBoard } from './fixture-board.ts'
import { NoticeBoard } from './notice-board.ts'
import { silenceNotice } from './notices.ts'
import type { Offer } from './offer.ts'
import type { RoomDescription } from './room.ts'
import { RoomBoard } from './room-board.ts'
import { Ledger } from './rules/ledger.ts'

/** Everything that screens are shown: each record, and each change of one, in order. */
export class ShownState {
  readonly changes: ChangeLog
  readonly board: FixtureBoard
  readonly rooms: RoomBoard
  readonly ledger: Ledger
  private readonly notices = new NoticeBoard()
  private offer: Offer = { scenes: [], rules: [] }
  private shop: Shop = { store: null, takeHomeUrl: '', products: [], lists: [] }
  private journey: Journey | null = null
  private presence: Presence = { phase: 'visit' }
  private dongleStatus: DongleStatus = { phase: 'starting', simulated: false }
  private dongleFacts: DongleFacts | null = null

  /** `fixtureChanged` hears of a fixture's picture when screens have been told. */
  constructor(
    rooms: readonly RoomDescription[],
    clock: Clock,
    epoch: string,
    bakes: ReadonlyMap<RoomId, string>,
    fixtureChanged: (state: FixtureState, before: FixtureState) => void,
  ) {
    this.changes = new ChangeLog(epoch)
    this.ledger = new Ledger({
      clock,
      noted: (fact) => this.changes.append({ kind: 'fact', fact }),
      forgotten: (lastNumber) => this.changes.forgetFacts(lastNumber),
    })
    this.rooms = new RoomBoard(rooms, bakes, (room) => this.changes.append({ kind: 'room', room }))
    this.board = new FixtureBoard(rooms, (fixture, before) => {
      this.changes.append({ kind: 'fixture', fixture })
      fixtureChanged(fixture, before)
      this.postSilence()
    })
  }

  get dongle(): DongleStatus {
    return this.dongleStatus
  }

  setPresence(presence: Presence): void {
    this.presence = presence
    this.changes.append({ kind: 'presence', presence })
  }

  /** Nothing of a visit stays: no fact, no change that was kept for followers, no button that was pressed. */
  forgetVisit(): void {
    for (const state of this.board.all()) {
      if (state.kind === 'remote') this.board.put({ ...state, lastPress: null })
    }
    this.ledger.forgetAll()
    this.changes.append({ kind: 'forgotten' })
  }

  setDongle(status: DongleStatus): void {
    const { phase, simulated } = this.dongleStatus
    if (status.phase === phase && status.simulated === simulated) return
    this.dongleStatus = status
    this.changes.append({ kind: 'dongle', dongle: status })
    this.postSilence()
  }

  setDongleFacts(dongleFacts: DongleFacts | null): void {
    this.dongleFacts = dongleFacts
    this.changes.append({ kind: 'dongle-facts', dongleFacts })
  }

  setOffer(offer: Offer): void {
    if (JSON.stringify(offer) === JSON.stringify(this.offer)) return
    this.offer = offer
    this.changes.append({ kind: 'offer', ...offer })
  }

  setJourney(journey: Journey | null): void {
    this.journey = journey
    this.changes.append({ kind: 'journey', journey })
  }

  setShop(shop: Shop): void {
    this.shop = shop
    this.changes.append({ kind: 'shop', shop })
  }

  /** Replaces what `source` has to say to staff. */
  post(source: string, notices: readonly Notice[]): void {
    if (this.notices.post(source, notices)) {
      this.changes.append({ kind: 'notices', notices: this.notices.all() })
    }
  }

  snapshot(): Snapshot {
    return {
      rooms: this.rooms.all(),
      ...this.offer,
      facts: [...this.ledger.all()],
      journey: this.journey,
      shop: this.shop,
      fixtures: this.board.all(),
      presence: this.presence,
      dongle: this.dongleStatus,
      dongleFacts: this.dongleFacts,
      notices: this.notices.all(),
    }
  }

  /** Without a dongle nobody answers, and the dongle's own notice says so. */
  private postSilence(): void {
    const silent = this.board.all().filter((fixture) => fixture.reach === 'unreachable')
    this.post('reach', this.dongleStatus.phase === 'lost' ? [] : silent.map(silenceNotice))
  }
}
