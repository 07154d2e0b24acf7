import type { StaffDevice } from '../../src/contract/staff/staff-device.ts'
import type { StaffEvent, StaffState } from '../../src/contract/staff/staff-state.ts'

/** What staff see after an event; a change that comes before everything has nothing to change. */
export function applyStaffEvent(before: StaffState | null, event: StaffEvent): StaffState | null {
  if (event.kind === 'state') return event.state
  if (before === null) return null
  switch (event.kind) {
    case 'store':
      return { ...before, store: event.store, hasClerkPin: event.hasClerkPin }
    case 'devices':
      return { ...before, devices: changed(before.devices, event.devices, event.gone) }
    case 'joining':
      return { ...before, joining: event.joining }
    case 'scenes':
      return { ...before, scenes: event.scenes }
    case 'survey':
      return { ...before, survey: event.survey }
    case 'channel-move':
      return { ...before, channelMove: event.channelMove }
    case 'blinking':
      return { ...before, blinking: event.blinking }
  }
}

function changed(
  before: readonly StaffDevice[],
  news: readonly StaffDevice[],
  gone: readonly string[],
): StaffDevice[] {
  const byId = new Map(before.map((device) => [device.id, device]))
  for (const device of news) byId.set(device.id, device)
  for (const id of gone) byId.delete(id)
  return [...byId.values()]
}
