import type { FixtureState } from '../contract/fixture-state.ts'
import type { Bindings } from './bindings.ts'
import type { Clock } from './clock.ts'
import type { DeviceCommand, DeviceDescription, DeviceId, DeviceReport } from './device.ts'
import { DeviceRegistry } from './device-registry.ts'
import type { CommandOutcome, DeviceDriver } from './driver.ts'
import type { FixtureBoard } from './fixture-board.ts'
import { fadeEnd, pictureOfReport, pictureOfSilence, pictureOfWish } from './picture.ts'
import { PictureCheck } from './picture-check.ts'
import { linearOutput } from './turn-counter.ts'
import type { FixtureWish, Place } from './wish.ts'

/** How often devices that do not answer are asked whether they are back. */
const probeIntervalMs = 10_000
/** A lamp that was just changed answers within this time, or the picture goes dark; a late answer lights it again. */
const answerLimitMs = 800
/** At the start, and when probing, nobody waits: here silence has to be lasting. */
const patientLimitMs = 5000
const commandLimitMs = 10_000

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
  /** Hears of lamps that were changed by other hands than ours: 0..1 of full linear output. */
  onOutsideChange: (place: Place, output: number) => void = () => {}
  private readonly registry = new DeviceRegistry()
  private readonly check: PictureCheck
  private readonly parts: DeviceLinkParts
  private stopProbing: (() => void) | null = null

  constructor(parts: DeviceLinkParts) {
    this.parts = parts
    this.check = new PictureCheck(parts.clock, (device) => void this.read(device, answerLimitMs))
  }

  stop(): void {
    this.check.stop()
    this.stopProbing?.()
    this.stopProbing = null
  }

  /** Sends a wish to the fixture's device, or fulfils it on the screen where there is none. */
  async deliver(place: Place, wish: FixtureWish): Promise<void> {
    const device = this.parts.bindings.deviceAt(place.room, place.fixture)
    if (device === null) {
      this.show(place, (state) => pictureOfWish(state, wish, this.parts.clock.now()))
      return
    }
    const outcome = await this.send(commandFor(device, wish))
    if (outcome.kind === 'confirmed') {
      this.registry.heard(device)
      this.show(place, (state) => ({
        ...pictureOfWish(state, wish, this.parts.clock.now()),
        reach: 'reachable',
      }))
      this.expectReport(place, device)
    } else if (outcome.reason === 'unreachable') {
      this.silent(device)
    } else if (outcome.reason === 'refused') {
      await this.read(device, answerLimitMs) // It is there, but as it was: the picture shows what it says.
    }
  }

  /** A command that a driver neither confirms nor fails must not hold up the fixture for ever. */
  private send(command: DeviceCommand): Promise<CommandOutcome> {
    return new Promise((resolve) => {
      const callOff = this.parts.clock.after(commandLimitMs, () => {
        resolve({ kind: 'failed', reason: 'unreachable', detail: 'the driver did not say what became of it' })
      })
      void this.parts.driver.send(command).then((outcome) => {
        callOff()
        resolve(outcome)
      })
    })
  }

  met(description: DeviceDescription): void {
    this.registry.describe(description)
    this.rebind()
  }

  left(device: DeviceId): void {
    this.silent(device)
    this.registry.forget(device)
  }

  reported(device: DeviceId, report: DeviceReport): void {
    const now = this.parts.clock.now()
    this.registry.heard(device)
    const place = this.parts.bindings.bindingOf(device)
    if (place === null) return
    this.show(place, (state) => {
      // On its way a lamp reports where it is, not where it goes; the check at the end has the last word.
      const end = fadeEnd(state)
      if (end !== null && now < end && state.reach === 'reachable' && state.kind === 'light') return state
      const next = pictureOfReport(state, report, now)
      this.tellOutsideChange(place, state, next)
      return next
    })
  }

  /** The dongle is gone: nobody knows anything, but the lamps are likely to be as they were. */
  lost(): void {
    this.check.stop()
    for (const place of this.parts.bindings.all()) {
      this.show(place, (state) => ({ ...state, reach: 'unreachable' }))
    }
  }

  /** Gives every fixture the abilities and the reach of the device that is bound to it now. */
  rebind(): void {
    for (const state of this.parts.board.all()) {
      const place = { room: state.room, fixture: state.id }
      const device = this.parts.bindings.deviceAt(place.room, place.fixture)
      if (device === null) {
        this.show(place, (current) => ({ ...current, reach: 'unbound' }))
        continue
      }
      const ability = this.registry.description(device)?.abilities.light
      this.show(place, (current) => {
        const reach = current.reach === 'unbound' ? 'unknown' : current.reach
        return current.kind === 'light' && ability !== undefined
          ? { ...current, reach, ability }
          : { ...current, reach }
      })
    }
  }

  /** Asks every device that can be set what it is. */
  async readAll(): Promise<void> {
    this.probeLater()
    await Promise.all(
      this.parts.bindings.all().map(async ({ room, fixture, device }) => {
        const kind = this.parts.board.get({ room, fixture })?.kind
        if (kind === 'light' || kind === 'plug' || kind === 'blind') await this.read(device, patientLimitMs)
        else if (this.registry.description(device) !== null) this.reported(device, {})
      }),
    )
  }

  devices(): readonly DeviceDescription[] {
    return this.registry.all()
  }

  private expectReport(place: Place, device: DeviceId): void {
    const state = this.parts.board.get(place)
    const end = state === null ? null : fadeEnd(state)
    if (state?.kind === 'blind') return // A blind reports its way by itself, and a battery's sleep is no silence.
    this.check.expect(device, end === null ? 0 : Math.max(0, end - this.parts.clock.now()))
  }

  /** Asks a device what it is. One that has not answered after `limitMs` counts as silent until it does. */
  private async read(device: DeviceId, limitMs: number): Promise<void> {
    const callOff = this.parts.clock.after(limitMs, () => this.silent(device))
    const answer = await this.parts.driver.read(device)
    callOff()
    if (answer === null) this.silent(device)
    else this.reported(device, answer)
  }

  private silent(device: DeviceId): void {
    this.registry.didNotAnswer(device)
    const place = this.parts.bindings.bindingOf(device)
    if (place !== null) this.show(place, pictureOfSilence)
  }

  private probeLater(): void {
    this.stopProbing?.()
    this.stopProbing = this.parts.clock.after(probeIntervalMs, () => {
      this.probeLater()
      for (const device of this.registry.silentDevices()) void this.read(device, patientLimitMs)
    })
  }

  private show(place: Place, next: (state: FixtureState) => FixtureState): void {
    const state = this.parts.board.get(place)
    if (state !== null) this.parts.board.put(next(state))
  }

  private tellOutsideChange(place: Place, before: FixtureState, after: FixtureState): void {
    if (after.kind !== 'light' || before.kind !== 'light') return
    const { on, brightness } = after
    const output = linearOutput({ kind: 'light', on, brightness, transitionMs: 0 })
    if (output !== null) this.onOutsideChange(place, output.level)
  }
}

function commandFor(device: DeviceId, wish: FixtureWish): DeviceCommand {
  if (wish.kind === 'plug') return { kind: 'plug', device, on: wish.on }
  if (wish.kind === 'blind') return { kind: 'blind', device, openness: wish.openness }
  const { on, brightness, colour, transitionMs } = wish
  return {
    kind: 'light',
    device,
    on,
    ...(brightness === undefined ? {} : { brightness }),
    ...(colour === undefined ? {} : { colour }),
    transitionMs,
  }
}
