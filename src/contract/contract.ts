import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { intent } from './intent.ts'
import { showroomEvent } from './showroom-state.ts'
import { staffContract } from './staff/staff-contract.ts'

/** All that screen and showroom say to each other. */
export const contract = {
  /** Asks for something. Accepted means "on its way": what became of it arrives as changes. */
  send: oc
    .input(intent)
    .output(z.strictObject({ accepted: z.literal(true) }))
    .errors({
      UNKNOWN_TARGET: { status: 404, message: 'There is no such fixture or scene.' },
      NOT_CAPABLE: { status: 422, message: 'This fixture cannot do that.' },
    }),

  /**
   * Follows the showroom: a snapshot, then every change. A follower that comes back with the id of the last
   * event it saw gets only what it missed, or a new snapshot when that is no longer known.
   */
  follow: oc.output(eventIterator(showroomEvent)),

  /** What staff may ask, and only they. */
  staff: staffContract,
}
