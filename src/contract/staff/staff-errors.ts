// What procedures of the staff's contract may answer instead, by what they are about.
import { z } from 'zod'
import { backupProblem } from './backup.ts'
import { nearbyProblem } from './nearby-lamp.ts'

export const waitMs = z.number().min(0)

export const locked = { status: 429, message: 'Too many wrong PINs: wait.', data: z.strictObject({ waitMs }) }
export const weakPin = {
  status: 422,
  message: 'This PIN is too easy to guess.',
  data: z.strictObject({ why: z.enum(['length', 'simple', 'taken']) }),
}

export const unknownDevice = { UNKNOWN_DEVICE: { status: 404, message: 'There is no such device any more.' } }
export const placing = {
  ...unknownDevice,
  UNKNOWN_PLACE: { status: 404, message: 'There is no such fixture any more.' },
  UNFIT: { status: 422, message: 'This device cannot do what that fixture needs.' },
}
export const noDongle = { NO_DONGLE: { status: 503, message: 'There is no radio stick right now.' } }
/** It is there, and has no room for that just now. */
export const notTaken = { NOT_TAKEN: { status: 503, message: 'The radio did not take that: try again.' } }
export const nearby = {
  TOUCHLINK: {
    status: 409,
    message: 'That lamp cannot be reached beside the stick.',
    data: z.strictObject({ why: nearbyProblem }),
  },
}
export const scenes = {
  /** What plays now does not let the store show scenes of its own. */
  SCENES_NOT_ALLOWED: { status: 409, message: 'The playlist does not allow scenes of the store’s own.' },
  UNKNOWN_SCENE: { status: 404, message: 'There is no such scene any more.' },
  TOO_MANY_SCENES: { status: 422, message: 'There are as many scenes of the store’s own as there may be.' },
}
/** Not told apart from a wrong one at the door: it counts as a guess. */
export const wrongPin = {
  LOCKED: locked,
  WRONG_PIN: { status: 401, message: 'This is not the PIN.', data: z.strictObject({ waitMs }) },
  UNREADABLE: { status: 500, message: 'The PINs cannot be read; see docs/staff.md for the way back in.' },
}
export const backups = {
  BACKUP: {
    status: 422,
    message: 'This backup cannot be used. Nothing was changed.',
    data: z.strictObject({ why: backupProblem }),
  },
}
export const notHere = { NOT_HERE: { status: 409, message: 'This cannot be done where this kiosk runs.' } }
