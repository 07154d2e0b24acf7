import type { Clock } from '../../showroom/clock.ts'
import { type DeviceId, deviceId } from '../../showroom/device.ts'
import { chromaticityOf, levelOf, miredOf, tenthsOf } from '../zcl-scale.ts'
import type { AirScheduler } from './air-scheduler.ts'
import type { WantedScene } from './allotment.ts'
import type { BroadcastBudget } from './broadcast-budget.ts'
import type { LampTraits, LightCommand } from './lamp-scene.ts'

/** Group frames take turns with everything else, one at a time, as if they went to a device of this name. */
const everybody = deviceId.parse('groups')
/** About what a command to one lamp takes, answer included, when many go one after the other. */
const singleMs = 20
/** A frame that the dongle refuses is tried again so often; then its lamps are told one by one. */
const attempts = 3
/** "As stored", in place of a time (ZCL 8, 3.7.2.4.7). */
const asStored = 0xffff

/** A frame to a group, in ZCL's words. */
export type GroupFrame = { readonly group: number } & (
  | {
      readonly command: 'recall'
      readonly payload: {
        readonly groupid: number
        readonly sceneid: number
        readonly transitionTime: number
      }
    }
  | {
      readonly command: 'moveToLevelWithOnOff'
      readonly payload: { readonly level: number; readonly transtime: number }
    }
  | {
      readonly command: 'moveToColorTemp'
      readonly payload: { readonly colortemp: number; readonly transtime: number }
    }
  | {
      readonly command: 'moveToColor'
      readonly payload: { readonly colorx: number; readonly colory: number; readonly transtime: number }
    }
  | {
      readonly command: 'offWithEffect'
      readonly payload: { readonly effectid: number; readonly effectvariant: number }
    }
)

/** While a group frame waited its lamps were told something newer. */
export class OutdatedError extends Error {
  readonly code = 'OUTDATED'
}

/** BUFFER_FULL, in Z-Stack's words: the table of broadcasts is full. */
const bufferFull = 0x11

/** The dongle did not take a group frame; the budget decides when it may be tried again. */
class RefusedFrameError extends Error {
  readonly isBudget: boolean

  constructor(cause: unknown) {
    super('the dongle refused a group frame', { cause })
    const hasCode = typeof cause === 'object' && cause !== null && 'code' in cause
    // Only of a channel that was busy is it known that it says nothing of the table.
    this.isBudget = !hasCode || cause.code === bufferFull
  }
}

export interface GroupSenderParts {
  readonly clock: Clock
  readonly scheduler: AirScheduler
  readonly budget: BroadcastBudget
  /** Resolves when the dongle has confirmed the frame. */
  readonly transmit: (frame: GroupFrame) => Promise<unknown>
}

/** Sends frames to groups, within the budget. */
export class GroupSender {
  private readonly parts: GroupSenderParts

  constructor(parts: GroupSenderParts) {
    this.parts = parts
  }

  /** Whether the budget lets `frames` reach `lamps` lamps sooner than one by one. */
  pays(frames: number, lamps: number): boolean {
    return this.parts.budget.waitMs(frames) <= lamps * singleMs
  }

  /**
   * Sends frames in order; rejects when the dongle goes on refusing, or `isCurrent` is no more. `onFrame` hears when
   * one leaves, and when the dongle has confirmed it.
   */
  async send(
    frames: readonly GroupFrame[],
    isCurrent: () => boolean,
    onFrame: (phase: 'left' | 'taken') => void = () => {},
  ): Promise<void> {
    for (const frame of frames) await this.frame(frame, isCurrent, onFrame)
  }

  private async frame(
    frame: GroupFrame,
    isCurrent: () => boolean,
    onFrame: (phase: 'left' | 'taken') => void,
  ): Promise<void> {
    const { budget, scheduler, transmit, clock } = this.parts
    for (let attempt = 1; ; attempt++) {
      for (let waitMs = budget.waitMs(1); waitMs > 0; waitMs = budget.waitMs(1)) {
        await new Promise<void>((resolve) => clock.after(waitMs, resolve))
      }
      budget.take()
      try {
        await scheduler.pace(
          everybody,
          'shopper',
        )(async () => {
          if (!isCurrent()) throw new OutdatedError('its lamps were told something newer')
          onFrame('left')
          await transmit(frame).catch((cause) => {
            throw new RefusedFrameError(cause)
          })
          onFrame('taken')
        })
        return
      } catch (error) {
        if (error instanceof OutdatedError || scheduler.isClosed || attempt === attempts) throw error
        if (error instanceof RefusedFrameError && error.isBudget) budget.refused()
      }
    }
  }
}

/** The frames that recall a stored scene in its group, in `transitionMs`. */
export function recallFrames(scene: WantedScene, transitionMs: number): GroupFrame[] {
  const recall = (number: number, transitionTime: number): GroupFrame => ({
    group: scene.group,
    command: 'recall',
    payload: { groupid: scene.group, sceneid: number, transitionTime },
  })
  const tenths = tenthsOf(transitionMs)
  return [
    ...(scene.prelude === null ? [] : [recall(scene.prelude, 0)]),
    recall(scene.main, tenths === 0 ? asStored : tenths),
  ]
}

/** A member of a group that shall do as the others do. */
export interface Member {
  readonly device: DeviceId
  readonly traits: LampTraits
  /** As far as it told, or was told. */
  readonly lit: boolean
}

/** The frames that tell all members of a group the same, or null when its members need to be told apart. */
export function alikeFrames(
  group: number,
  command: LightCommand,
  members: readonly Member[],
): GroupFrame[] | null {
  const transtime = tenthsOf(command.transitionMs)
  if (command.on === false) return [offFrame(group, transtime, members)]
  if (command.brightness === undefined) return null
  const floor = Math.max(...members.map(({ traits }) => traits.quirks.lowestLevel))
  const level: GroupFrame = {
    group,
    command: 'moveToLevelWithOnOff',
    payload: { level: Math.max(floor, levelOf(command.brightness)), transtime },
  }
  if (command.colour === undefined) return [level]
  // A lamp that is off ignores colour: it has to be lit first, by itself.
  if (members.some(({ lit }) => !lit)) return null
  const oneAtATime = members.some(({ traits }) => traits.quirks.oneTransitionAtATime)
  const colour = colourFrame(group, command.colour, oneAtATime ? 0 : transtime)
  return oneAtATime ? [colour, level] : [level, colour]
}

/** Lamps that take a fading "off" for "on" when they are off get the effect of the standard, which fades for 0.8 s. */
function offFrame(group: number, transtime: number, members: readonly Member[]): GroupFrame {
  const risky = members.some(({ traits, lit }) => traits.quirks.plainOffWhenOff && !lit)
  return risky
    ? { group, command: 'offWithEffect', payload: { effectid: 0, effectvariant: 0 } }
    : { group, command: 'moveToLevelWithOnOff', payload: { level: 0, transtime } }
}

function colourFrame(
  group: number,
  colour: NonNullable<LightCommand['colour']>,
  transtime: number,
): GroupFrame {
  return colour.mode === 'kelvin'
    ? {
        group,
        command: 'moveToColorTemp',
        payload: { colortemp: miredOf(colour.kelvin), transtime },
      }
    : {
        group,
        command: 'moveToColor',
        payload: { colorx: chromaticityOf(colour.x), colory: chromaticityOf(colour.y), transtime },
      }
}
