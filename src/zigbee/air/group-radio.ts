import type { Controller } from 'zigbee-herdsman'
import type { GroupFrame } from './group-sender.ts'

/** herdsman's word for "to a group", and how many hops a frame may go. Source: its z-stack adapter. */
const toGroup = 1
const everyEndpoint = 0xff
const radius = 30
const confirmTimeoutMs = 3000

interface ZclFrame {
  readonly cluster: { readonly ID: number }
  toBuffer(): Buffer
}

/**
 * herdsman keeps a place in its queue for 200 ms after each group frame, tells only then that the dongle has
 * confirmed it, and tries a refused one again by itself for 12 s. Here the frame is told of when it is confirmed,
 * and what to do when the dongle refuses is decided where the budget is known.
 */
export function quickenGroups(controller: Controller): void {
  const adapter: unknown = Reflect.get(controller, 'adapter')
  if (typeof adapter !== 'object' || adapter === null) return
  const request: unknown = Reflect.get(adapter, 'dataRequestExtended')
  if (typeof request !== 'function') return // Another family's adapter has its own ways.
  Reflect.set(adapter, 'sendZclFrameToGroup', (group: number, frame: ZclFrame, source?: number) =>
    Reflect.apply(request, adapter, [
      ...[toGroup, group, everyEndpoint, 0, source ?? 1, frame.cluster.ID, radius, frame.toBuffer()],
      ...[confirmTimeoutMs, true, 0],
    ]),
  )
}

/** Resolves when the dongle has confirmed the frame; whether lamps took it, nobody says. */
export async function sendGroupFrame(controller: Controller, frame: GroupFrame): Promise<void> {
  const group = controller.getGroupByID(frame.group) ?? controller.createGroup(frame.group)
  switch (frame.command) {
    case 'recall':
      return group.command('genScenes', frame.command, frame.payload)
    case 'moveToLevelWithOnOff':
      return group.command('genLevelCtrl', frame.command, frame.payload)
    case 'moveToColorTemp':
    case 'moveToColor':
      return group.command('lightingColorCtrl', frame.command, frame.payload)
    case 'offWithEffect':
      return group.command('genOnOff', frame.command, frame.payload)
  }
}
