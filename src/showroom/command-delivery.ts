import type { FixtureState } from '../contract/fixture-state.ts'
import type { Bindings } from './bindings.ts'
import type { Clock } from './clock.ts'
import type { DeviceId } from './device.ts'
import { commandFor } from './device-command.ts'
import type { DeviceRegistry } from './device-registry.ts'
import type { CommandOutcome, DeviceDriver } from './driver.ts'
import type { FixtureBoard } from './fixture-board.ts'
import { fadeEnd, pictureAtRest, pictureOfWish } from './picture.ts'
import { type FixtureWish, isSignal, type Place, type PlannedWish } from './wish.ts'

/** A command that a driver neither confirms nor fails must not hold up its fixture for ever. */
const commandLimitMs = 10_000

export interface CommandDeliveryParts {
  readonly driver: DeviceDriver
  readonly clock: Clock
  readonly bindings: Bindings
  readonly board: FixtureBoard
  readonly registry: DeviceRegistry
  /** The device was told something that is over in `remainingMs`; until it says so, the picture is only a promise. */
  readonly promised: (device: DeviceId, remainingMs: number) => void
  /** The frame went out, but its device has been silent before: nothing is promised. */
  readonly unheard: (place: Place, device: DeviceId) => void
  /** It did not take the frame. */
  readonly silent: (device: DeviceId) => void
  /** It answers, but does not do it. */
  readonly refused: (device: DeviceId) => Promise<void>
  readonly isCongested: () => boolean
}

/** Takes wishes to the devices of their fixtures, and the picture along with what became of each. */
export class CommandDelivery {
  private readonly parts: CommandDeliveryParts

  constructor(parts: CommandDeliveryParts) {
    this.parts = parts
  }

  /**
   * Sends wishes that belong together to their fixtures' devices, or fulfils them on the screen where there are none.
   * One promise per wish, in the same order, resolved when its fate is known.
   */
  deliver(wishes: readonly PlannedWish[]): readonly Promise<void>[] {
    const { bindings, registry, clock, driver } = this.parts
    const addressed = wishes.map(({ place, wish }) => {
      const device = bindings.deviceAt(place.room, place.fixture)
      return { place, wish, command: device === null ? null : commandFor(device, wish) }
    })
    const commands = addressed.flatMap(({ command }) => (command === null ? [] : [command]))
    for (const command of commands) registry.commanded(command, clock.now())
    const outcomes = commands.length === 0 ? [] : driver.send(commands)
    return addressed.map(async ({ place, wish, command }) => {
      const outcome = command === null ? undefined : outcomes[commands.indexOf(command)]
      if (command === null || outcome === undefined) return this.fulfilOnScreen(place, wish)
      await this.learn(place, wish, command.device, await this.inTime(outcome))
    })
  }

  /** What became of a command changes the picture. */
  private async learn(
    place: Place,
    wish: FixtureWish,
    device: DeviceId,
    outcome: CommandOutcome,
  ): Promise<void> {
    const { registry, clock, board, silent, refused } = this.parts
    if (outcome.kind === 'confirmed') {
      registry.heard(device, clock.now())
      board.update(place, (state) => ({ ...state, reach: 'reachable' }))
    }
    if (outcome.kind !== 'failed') {
      if (isSignal(wish)) return
      board.update(place, (state) => this.onItsWay(state, wish))
      this.expectAnswer(place, wish, device)
    } else if (outcome.reason === 'unreachable') {
      silent(device)
    } else if (outcome.reason === 'refused') {
      await refused(device)
    }
  }

  private inTime(outcome: Promise<CommandOutcome>): Promise<CommandOutcome> {
    return new Promise((resolve) => {
      const callOff = this.parts.clock.after(commandLimitMs, () => {
        const reason = this.parts.isCongested() ? 'congested' : 'unreachable'
        resolve({ kind: 'failed', reason, detail: 'the driver did not say what became of it' })
      })
      void outcome.then((known) => {
        callOff()
        resolve(known)
      })
    })
  }

  private fulfilOnScreen(place: Place, wish: FixtureWish): void {
    const { board, clock } = this.parts
    board.update(place, (state) => pictureOfWish(state, wish, clock.now()))
    this.settleLater(place)
  }

  /** On the screen alone a change is over when its time is. */
  private settleLater(place: Place): void {
    const { board, clock } = this.parts
    const state = board.get(place)
    const end = state === null ? null : fadeEnd(state)
    if (end === null) return
    clock.after(Math.max(0, end - clock.now()), () => {
      board.update(place, (later) => (fadeEnd(later) === end ? pictureAtRest(later) : later))
    })
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

  private expectAnswer(place: Place, wish: FixtureWish, device: DeviceId): void {
    const { board, clock, promised, unheard } = this.parts
    const state = board.get(place)
    if (state?.reach === 'unreachable') {
      unheard(place, device)
      return
    }
    const end = state === null ? null : fadeEnd(state)
    const againMs = wish.kind === 'light' && wish.again === true ? wish.transitionMs : 0
    promised(device, Math.max(againMs, end === null ? 0 : end - clock.now()))
  }
}
