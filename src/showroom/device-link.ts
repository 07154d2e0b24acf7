import type { FixtureState } from '../contract/fixture-state.ts'
import type { Bindings } from './bindings.ts'
import type { Clock } from './clock.ts'
import { CommandDelivery } from './command-delivery.ts'
import type { DeviceDescription, DeviceId, DeviceReport } from './device.ts'
import { DeviceReader } from './device-reader.ts'
import { DeviceRegistry } from './device-registry.ts'
import type { DeviceDriver } from './driver.ts'
import type { FixtureBoard } from './fixture-board.ts'
import { fadeEnd, isAlike, isAsSaid, pictureOfReport, pictureOfSilence } from './picture.ts'
import { PictureCheck } from './picture-check.ts'
import { fulfils } from './scene-recognition.ts'
import { type Place, type PlannedWish, wholeWish } from './wish.ts'

/**
 * How it came that a device said what it is: by itself, since somebody changed it; because it was asked; because it is
 * back, after it was silent or without power; or `changed`: somebody changed it while the dongle was away.
 */
export type Hearing = 'itself' | 'asked' | 'back' | 'changed'

export interface DeviceLinkParts {
  readonly driver: DeviceDriver
  readonly clock: Clock
  readonly bindings: Bindings
  readonly board: FixtureBoard
}

/**
 * Ties fixtures to devices: wishes go down as commands, and the picture follows what comes back, be it a
 * confirmation, a report, an answer to a question, or silence.
 */
export class DeviceLink {
  /** Hears what devices say they are, when nothing is on its way. */
  onTold: (state: FixtureState, how: Hearing) => void = () => {}
  /** Hears of devices that do not answer. */
  onSilent: (place: Place) => void = () => {}
  private readonly registry = new DeviceRegistry()
  private readonly reader: DeviceReader
  private readonly check: PictureCheck
  private readonly parts: DeviceLinkParts
  /** They were silent or without power, and have not been asked yet what they are now. */
  private readonly back = new Set<DeviceId>()
  /** They said by themselves that they were switched, and are being asked whether they are. */
  private readonly switched = new Set<DeviceId>()
  /** What they said they were, when the dongle went; null where that was not clear. */
  private readonly beforeLoss = new Map<DeviceId, FixtureState | null>()
  /** They show staff which they are: what they say meanwhile is not what the room is. */
  private readonly signalling = new Set<DeviceId>()
  private readonly delivery: CommandDelivery
  private congested = false

  constructor(parts: DeviceLinkParts) {
    const { driver, clock } = parts
    this.parts = parts
    this.reader = new DeviceReader({
      driver,
      clock,
      registry: this.registry,
      answered: (device, report) => this.answered(device, report),
      silent: (device) => this.silent(device),
      isCongested: () => this.congested,
    })
    this.check = new PictureCheck(clock, (device) => this.checkPicture(device))
    this.delivery = new CommandDelivery({
      ...parts,
      registry: this.registry,
      promised: (device, remainingMs) => {
        this.beforeLoss.delete(device)
        this.check.expect(device, remainingMs)
      },
      unheard: (place, device) => {
        this.beforeLoss.delete(device)
        this.onSilent(place)
      },
      silent: (device) => this.silent(device),
      // It is there, but as it was: the picture shows what it says.
      refused: (device) => this.reader.read(device, 'shopper'),
      isCongested: () => this.congested,
    })
  }

  stop(): void {
    this.check.stop()
    this.reader.stop()
  }

  /** One promise per wish, in the same order, resolved when its fate is known. */
  deliver(wishes: readonly PlannedWish[]): readonly Promise<void>[] {
    return this.delivery.deliver(wishes)
  }

  /** A device is known now, or known better. `online` says whether it can be asked. */
  met(description: DeviceDescription, online: boolean): void {
    this.registry.describe(description)
    const place = this.parts.bindings.bindingOf(description.id)
    if (place !== null) this.parts.board.update(place, (state) => this.fitted(state, description.id))
    const state = place === null ? null : this.parts.board.get(place)
    if (online && state !== null && state.reach !== 'reachable')
      void this.reader.read(description.id, 'background')
  }

  /**
   * A device was put where it had not been: it is asked what it is, and then gets what the fixture shall be, as one that
   * is back does.
   */
  placed(device: DeviceId): void {
    const place = this.parts.bindings.bindingOf(device)
    const description = this.registry.description(device)
    if (place === null || description === null) return
    this.parts.board.update(place, (state) => this.fitted({ ...state, reach: 'unknown' }, device))
    if (this.settable().includes(device) && description.power === 'mains') {
      this.back.add(device)
      void this.reader.read(device, 'shopper')
    } else this.reported(device, {})
  }

  /** The device begins to show which one it is, or has ended. */
  signals(device: DeviceId, begins: boolean): void {
    if (begins) this.signalling.add(device)
    else this.signalling.delete(device)
  }

  left(device: DeviceId): void {
    this.silent(device)
    this.registry.forget(device)
  }

  /** The device was switched on, or moved: whatever it was told before may be forgotten. */
  returned(device: DeviceId): void {
    this.back.add(device)
    this.beforeLoss.delete(device)
    this.registry.heard(device, this.parts.clock.now())
    void this.reader.read(device, 'shopper')
  }

  /** What a device says by itself, or in answer to a question. */
  reported(device: DeviceId, report: DeviceReport): void {
    this.registry.told(device, report, this.parts.clock.now())
    const place = this.parts.bindings.bindingOf(device)
    const state = place === null ? null : this.parts.board.get(place)
    if (place === null || state === null || this.signalling.has(device)) return
    const settable = state.kind === 'light' || state.kind === 'plug'
    if (settable && state.reach === 'unreachable') this.back.add(device)
    // Half a sentence is not enough to know a lamp by that was silent (one never heard says its level too, or a rule would
    // restore a wrong one), nor to overrule a change on its way, when a lamp tells where it is and not where it goes.
    if (settable && state.reach !== 'reachable') {
      void this.reader.read(device, 'background')
      const isNew = state.kind === 'light' && state.reach === 'unknown'
      if (report.on === undefined || (isNew && report.brightness === undefined)) return
    }
    if (state.kind === 'light' && this.isFading(state)) {
      if (state.on && report.on === false) this.askWhetherSwitched(device)
      return
    }
    const now = this.parts.clock.now()
    const after = pictureOfReport(state, report, now)
    const isOther = settable && !isAlike(state, after)
    // On a full air it may tell late what it was; or a hand was at it. Its answer counts.
    if (isOther && state.reach === 'reachable' && this.registry.mayBeLate(device, now)) {
      const isNews = report.on !== undefined && this.registry.isNews(device, report.on, now)
      if (isNews) this.askWhetherSwitched(device)
      else void this.reader.read(device, 'background')
      return
    }
    this.parts.board.update(place, () => after)
    // What it did not speak of is the picture's promise, and proves nothing.
    const saysEnough = !settable || isOther || this.isSaid(device, after)
    if (saysEnough && !this.reader.isAsking(device)) this.hear(place, 'itself')
  }

  /** The dongle is gone: nobody knows anything, but the lamps are likely to be as they were. */
  lost(): void {
    this.congested = false
    this.check.stop()
    this.reader.stop()
    for (const { device, ...place } of this.parts.bindings.all()) {
      this.parts.board.update(place, (state) => {
        if (state.reach === 'reachable')
          this.beforeLoss.set(device, this.isSaid(device, state) ? state : null)
        return { ...state, reach: 'unreachable' }
      })
    }
  }

  /** Nothing finds room on the air: nobody is taken for silent meanwhile, and all are asked when it is over. */
  setCongested(congested: boolean): void {
    if (congested === this.congested) return
    this.congested = congested
    if (!congested) for (const device of this.settable()) void this.reader.read(device, 'background')
  }

  /** Gives every fixture the abilities and the reach of the device that is bound to it now. */
  rebind(): void {
    for (const state of this.parts.board.all()) {
      const place = { room: state.room, fixture: state.id }
      const device = this.parts.bindings.deviceAt(place.room, place.fixture)
      this.parts.board.update(place, (current) =>
        device === null ? { ...current, reach: 'unbound' } : this.fitted(current, device),
      )
    }
  }

  private fitted(state: FixtureState, device: DeviceId): FixtureState {
    const ability = this.registry.description(device)?.abilities.light
    const reach = state.reach === 'unbound' ? 'unknown' : state.reach
    return state.kind === 'light' && ability !== undefined
      ? { ...state, reach, ability }
      : { ...state, reach }
  }

  /** The dongle is there: asks every device that can be set what it is, and goes on asking in turn. */
  async readAll(): Promise<void> {
    this.reader.patrol(() => this.settable().filter((device) => !this.registry.sleeps(device)))
    for (const { room, fixture, device } of this.parts.bindings.all()) {
      const kind = this.parts.board.get({ room, fixture })?.kind
      const tellsOnly = kind === 'motion' || kind === 'contact' || kind === 'remote'
      if (tellsOnly && this.registry.description(device) !== null) this.reported(device, {})
    }
    await Promise.all(this.settable().map((device) => this.reader.read(device, 'background')))
  }

  devices(): readonly DeviceDescription[] {
    return this.registry.all()
  }

  description(device: DeviceId): DeviceDescription | null {
    return this.registry.description(device)
  }

  /** Whether it said anything since the start. */
  wasHeard(device: DeviceId): boolean {
    return this.registry.heardAtMs(device) > Number.NEGATIVE_INFINITY
  }

  batteryOf(device: DeviceId): number | null {
    return this.registry.batteryOf(device)
  }

  /** Bound devices that have a state which can be set, and asked for. */
  private settable(): DeviceId[] {
    return this.parts.bindings.all().flatMap(({ room, fixture, device }) => {
      const kind = this.parts.board.get({ room, fixture })?.kind
      return kind === 'light' || kind === 'plug' || kind === 'blind' ? [device] : []
    })
  }

  /** What a device says when it is asked: the whole truth, but on its way to a new state still only the way. */
  private answered(device: DeviceId, report: DeviceReport): void {
    this.registry.told(device, report, this.parts.clock.now())
    const place = this.parts.bindings.bindingOf(device)
    const state = place === null ? null : this.parts.board.get(place)
    if (place === null || state === null || this.signalling.has(device)) return
    const isBack = this.back.delete(device) || state.reach === 'unreachable'
    const wasSwitched = this.switched.delete(device)
    const isOut = state.kind === 'light' && state.on && report.on === false
    if (state.reach === 'reachable' && this.isFading(state) && !isOut && !isBack) return
    this.parts.board.update(place, (state) => pictureOfReport(state, report, this.parts.clock.now()))
    this.hear(place, isBack ? this.howItIsBack(place, device) : wasSwitched ? 'itself' : 'asked')
  }

  /** Only the dongle was away, and the lamp is not as it was: somebody's hand was at it. */
  private howItIsBack(place: Place, device: DeviceId): Hearing {
    const before = this.beforeLoss.get(device) ?? null
    this.beforeLoss.delete(device)
    const [state, asItWas] = [this.parts.board.get(place), before === null ? null : wholeWish(before)]
    return state === null || asItWas === null || fulfils(state, asItWas) ? 'back' : 'changed'
  }

  private askWhetherSwitched(device: DeviceId): void {
    if (!this.reader.isAsking(device)) this.switched.add(device)
    void this.reader.read(device, 'background')
  }

  private isSaid(device: DeviceId, state: FixtureState): boolean {
    const words = this.registry.wordsOf(device)
    return words !== null && isAsSaid(state, words)
  }

  /** A change should be over: who said by then that it is so need not be asked. */
  private checkPicture(device: DeviceId): void {
    const place = this.parts.bindings.bindingOf(device)
    const state = place === null ? null : this.parts.board.get(place)
    const words = this.registry.wordsOf(device)
    if (state !== null && words !== null && this.isSaid(device, state)) this.answered(device, words)
    else void this.reader.read(device, 'shopper')
  }

  private isFading(state: FixtureState): boolean {
    const end = fadeEnd(state)
    return end !== null && this.parts.clock.now() < end && state.reach === 'reachable'
  }

  private hear(place: Place, how: Hearing): void {
    const state = this.parts.board.get(place)
    if (state !== null) this.onTold(state, how)
  }

  private silent(device: DeviceId): void {
    this.reader.probe(device)
    this.beforeLoss.delete(device)
    const place = this.parts.bindings.bindingOf(device)
    if (place === null) return
    this.parts.board.update(place, pictureOfSilence)
    this.onSilent(place)
  }
}
