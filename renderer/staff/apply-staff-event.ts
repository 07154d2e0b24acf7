import type { StaffEvent, StaffState } from '../../src/contract/staff/staff-state.ts'

/** What staff see after an event; a change that comes before everything has nothing to change. */
export function applyStaffEvent(before: StaffState | null, event: StaffEvent): StaffState | null {
  if (event.kind === 'state') return event.state
  if (before === null) return null
  switch (event.kind) {
    case 'store':
      return { ...before, store: event.store, hasClerkPin: event.hasClerkPin }
  }
}
