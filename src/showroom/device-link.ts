import type { FixtureState } from '../contract/fixture-state.ts'
import type { Bindings } from './bindings.ts'
import type { Clock } from './clock.ts'
import type { DeviceDescription, DeviceId, DeviceReport } from './device.ts'
import { commandFor } from './device-command.ts'
import { DeviceReader } from './device-reader.ts'
import { DeviceRegistry } from './device-registry.ts'
import type { CommandOutcome, DeviceDriver } from './driver.ts'
import type { FixtureBoard } from './fixture-board.ts'
import {
  fadeEnd,
  isAsSaid,
  pictureAtRest,
  pictureOfReport,
  pictureOfSilence,
  pictureOfWish,
} from './picture.ts'
import { PictureCheck } from './picture-check.ts'
import type { FixtureWish, Place, PlannedWish } from './wish.ts'

/** A command that a driver neither confirms nor fails must not hold up its fixture for ever. */
const commandLimitMs = 10_000

/**
 * How it came that a device said what it is: by itself, since somebody changed it; because it was asked; or because
 * it is back, after it was silent or without power.
 */
export type Hearing = 'itself' | 'asked' | 'back'

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
  /** They said that they were put out while they should have become brighter. */
  private readonly putOut = new Set<DeviceId>()

  constructor(parts: DeviceLinkParts) {
    const { driver, clock } = parts
    this.parts = parts
    this.reader = new DeviceReader({
      driver,
      clock,
      registry: this.registry,
      answered: (device, report) => this.answered(device, report),
      silent: (device) => this.silent(device),
    })
    this.check = new PictureCheck(clock, (device) => this.checkPicture(device))
  }

  stop(): void {
    this.check.stop()
    this.reader.stop()
  }

  /**
   * Sends wishes that belong together to their fixtures' devices, or fulfils them on the screen where there are none.
   * One promise per wish, in the same order, resolved when its fate is known.
   */
  deliver(wishes: readonly PlannedWish[]): readonly Promise<void>[] {
    const addressed = wishes.map(({ place, wish }) => {
      const device = this.parts.bindings.deviceAt(place.room, place.fixture)
      return { place, wish, command: device === null ? null : commandFor(device, wish) }
    })
    const commands = addressed.flatMap(({ command }) => (command === null ? [] : [command]))
    for (const command of commands) this.registry.commanded(command, this.parts.clock.now())
    const outcomes = commands.length === 0 ? [] : this.parts.driver.send(commands)
    return addressed.map(async ({ place, wish, command }) => {
      const outcome = command === null ? undefined : outcomes[commands.indexOf(command)]
      if (command === null || outcome === undefined) return this.fulfilOnScreen(place, wish)
      await this.learn(place, wish, command.device, await this.inTime(outcome))
    })
  }

  /** A device is known now, or known better. `online` says whether it can be asked. */
  met(description: DeviceDescription, online: boolean): void {
    this.registry.describe(description)
    const place = this.parts.bindings.bindingOf(description.id)
    if (place !== null) this.show(place, (state) => this.fitted(state, description.id))
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
    this.show(place, (state) => this.fitted({ ...state, reach: 'unknown' }, device))
    if (this.settable().includes(device) && description.power === 'mains') {
      this.back.add(device)
      void this.reader.read(device, 'shopper')
    } else this.reported(device, {})
  }

  left(device: DeviceId): void {
    this.silent(device)
    this.registry.forget(device)
  }

  /** The device was switched on, or moved: whatever it was told before may be forgotten. */
  returned(device: DeviceId): void {
    this.back.add(device)
    this.registry.heard(device, this.parts.clock.now())
    void this.reader.read(device, 'shopper')
  }

  /** What a device says by itself, or in answer to a question. */
  reported(device: DeviceId, report: DeviceReport): void {
    this.registry.told(device, report, this.parts.clock.now())
    const place = this.parts.bindings.bindingOf(device)
    const state = place === null ? null : this.parts.board.get(place)
    if (place === null || state === null) return
    const settable = state.kind === 'light' || state.kind === 'plug'
    if (settable && state.reach === 'unreachable') this.back.add(device)
    // Half a sentence is not enough to know a lamp by that was silent until now, nor to overrule a change that is
    // on its way, when a lamp tells where it is and not where it goes: then it is asked for the whole.
    if (settable && state.reach !== 'reachable') {
      void this.reader.read(device, 'background')
      if (report.on === undefined) return
    }
    if (state.kind === 'light' && this.isFading(state)) {
      if (!state.on || report.on !== false) return
      if (!this.reader.isAsking(device)) this.putOut.add(device)
      void this.reader.read(device, 'background')
      return
    }
    this.showReport(place, report)
    if (!this.reader.isAsking(device)) this.hear(place, 'itself')
  }

  /** The dongle is gone: nobody knows anything, but the lamps are likely to be as they were. */
  lost(): void {
    this.check.stop()
    this.reader.stop()
    for (const place of this.parts.bindings.all()) {
      this.show(place, (state) => ({ ...state, reach: 'unreachable' }))
    }
  }

  /** Gives every fixture the abilities and the reach of the device that is bound to it now. */
  rebind(): void {
    for (const state of this.parts.board.all()) {
      const place = { room: state.room, fixture: state.id }
      const device = this.parts.bindings.deviceAt(place.room, place.fixture)
      this.show(place, (current) =>
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

  /** What became of a command changes the picture. */
  private async learn(
    place: Place,
    wish: FixtureWish,
    device: DeviceId,
    outcome: CommandOutcome,
  ): Promise<void> {
    if (outcome.kind === 'confirmed') {
      this.registry.heard(device, this.parts.clock.now())
      this.show(place, (state) => ({ ...state, reach: 'reachable' }))
    }
    if (outcome.kind !== 'failed') {
      this.show(place, (state) => this.onItsWay(state, wish))
      this.expectAnswer(place, wish, device)
    } else if (outcome.reason === 'unreachable') {
      this.silent(device)
    } else if (outcome.reason === 'refused') {
      await this.reader.read(device, 'shopper') // It is there, but as it was: the picture shows what it says.
    }
  }

  private inTime(outcome: Promise<CommandOutcome>): Promise<CommandOutcome> {
    return new Promise((resolve) => {
      const callOff = this.parts.clock.after(commandLimitMs, () => {
        resolve({ kind: 'failed', reason: 'unreachable', detail: 'the driver did not say what became of it' })
      })
      void outcome.then((known) => {
        callOff()
        resolve(known)
      })
    })
  }

  private fulfilOnScreen(place: Place, wish: FixtureWish): void {
    this.show(place, (state) => pictureOfWish(state, wish, this.parts.clock.now()))
    this.settleLater(place)
  }

  /**
   * Lamps known to be silent stay dark on the screen until they answer, whatever went out to them, and lamps that
   * did not obey stay as they are until they say otherwise.
   */
  private onItsWay(state: FixtureState, wish: FixtureWish): FixtureState {
    const isDoubtful = wish.kind !== 'blind' && wish.again === true
    return isDoubtful || state.reach === 'unreachable'
      ? state
      : pictureOfWish(state, wish, this.parts.clock.now())
  }

  /** On the screen alone a change is over when its time is. */
  private settleLater(place: Place): void {
    const state = this.parts.board.get(place)
    const end = state === null ? null : fadeEnd(state)
    if (end === null) return
    this.parts.clock.after(Math.max(0, end - this.parts.clock.now()), () => {
      this.show(place, (later) => (fadeEnd(later) === end ? pictureAtRest(later) : later))
    })
  }

  private expectAnswer(place: Place, wish: FixtureWish, device: DeviceId): void {
    const state = this.parts.board.get(place)
    if (state?.reach === 'unreachable') {
      this.onSilent(place)
      return
    }
    const end = state === null ? null : fadeEnd(state)
    const againMs = wish.kind === 'light' && wish.again === true ? wish.transitionMs : 0
    this.check.expect(device, Math.max(againMs, end === null ? 0 : end - this.parts.clock.now()))
  }

  /** What a device says when it is asked: the whole truth, but on its way to a new state still only the way. */
  private answered(device: DeviceId, report: DeviceReport): void {
    this.registry.told(device, report, this.parts.clock.now())
    const place = this.parts.bindings.bindingOf(device)
    const state = place === null ? null : this.parts.board.get(place)
    if (place === null || state === null) return
    const isBack = this.back.delete(device) || state.reach === 'unreachable'
    const wasPutOut = this.putOut.delete(device)
    const isOut = state.kind === 'light' && state.on && report.on === false
    if (state.reach === 'reachable' && this.isFading(state) && !isOut && !isBack) return
    this.showReport(place, report)
    this.hear(place, isBack ? 'back' : wasPutOut ? 'itself' : 'asked')
  }

  /** A change should be over: who said by then that it is so need not be asked. */
  private checkPicture(device: DeviceId): void {
    const place = this.parts.bindings.bindingOf(device)
    const state = place === null ? null : this.parts.board.get(place)
    const words = this.registry.wordsOf(device)
    if (state !== null && words !== null && isAsSaid(state, words)) this.answered(device, words)
    else void this.reader.read(device, 'shopper')
  }

  private isFading(state: FixtureState): boolean {
    const end = fadeEnd(state)
    return end !== null && this.parts.clock.now() < end && state.reach === 'reachable'
  }

  private showReport(place: Place, report: DeviceReport): void {
    this.show(place, (state) => pictureOfReport(state, report, this.parts.clock.now()))
  }

  private hear(place: Place, how: Hearing): void {
    const state = this.parts.board.get(place)
    if (state !== null) this.onTold(state, how)
  }

  private silent(device: DeviceId): void {
    this.reader.probe(device)
    const place = this.parts.bindings.bindingOf(device)
    if (place === null) return
    this.show(place, pictureOfSilence)
    this.onSilent(place)
  }

  private show(place: Place, next: (state: FixtureState) => FixtureState): void {
    const state = this.parts.board.get(place)
    if (state !== null) this.parts.board.put(next(state))
  }
}
