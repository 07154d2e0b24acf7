import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { type StaffMeta, staffRole } from './staff-role.ts'
import { staffEvent } from './staff-state.ts'
import { storeSettings } from './store-settings.ts'

/** What the service knows staff by after they have signed in. Told to nobody else, and written nowhere. */
export const staffSession = z.string().min(20).max(100)
const session = { session: staffSession }

/** So many digits are taken at all; which PINs are good enough says the service. */
const pin = z.string().regex(/^\d{1,16}$/)

const done = z.strictObject({ done: z.literal(true) })
const waitMs = z.number().min(0)

/** Whoever forgets to say what a procedure needs has made one for managers. */
const base = oc.$meta<StaffMeta>({ role: 'manager', logs: [] }).errors({
  /** There is no such session, or it is over. */
  SIGN_IN: { status: 401, message: 'Sign in first.' },
  /** This needs a manager. */
  NOT_ALLOWED: { status: 403, message: 'This needs a manager’s PIN.' },
  /** The disk is full or read-only. Nothing was changed. */
  CANNOT_SAVE: { status: 507, message: 'It could not be saved, so nothing was changed. Is the disk full?' },
})
const anyone = base.meta({ role: 'anyone', logs: null })
const looks = base.meta({ role: 'clerk', logs: null })
const managerChanges = (...logs: string[]) => base.meta({ role: 'manager', logs })

const signedIn = z.strictObject({ ...session, role: staffRole })
const locked = { status: 429, message: 'Too many wrong PINs: wait.', data: z.strictObject({ waitMs }) }
const weakPin = {
  status: 422,
  message: 'This PIN is too easy to guess.',
  data: z.strictObject({ why: z.enum(['length', 'simple', 'taken']) }),
}

/** What staff may ask of the showroom. Every procedure says in its `meta` who may call it; the service sees to it. */
export const staffContract = {
  /**
   * Whether the kiosk has a manager's PIN already, and how long nobody may try one; besides what every screen needs to
   * know of the store.
   */
  status: anyone.output(
    z.strictObject({
      hasPin: z.boolean(),
      waitMs,
      ...storeSettings.pick({ language: true, screen: true }).shape,
    }),
  ),

  signIn: anyone
    .input(z.strictObject({ pin }))
    .output(signedIn)
    .errors({
      LOCKED: locked,
      WRONG_PIN: { status: 401, message: 'This is not the PIN.', data: z.strictObject({ waitMs }) },
      UNREADABLE: { status: 500, message: 'The PINs cannot be read; see docs/staff.md for the way back in.' },
    }),

  /** Sets the first PINs; only while there are none. */
  begin: anyone
    .input(z.strictObject({ managerPin: pin, clerkPin: pin.nullable() }))
    .output(signedIn)
    .errors({ HAS_PIN: { status: 409, message: 'This kiosk has a PIN already.' }, WEAK_PIN: weakPin }),

  /** Somebody is still there. */
  stay: looks.input(z.strictObject(session)).output(done),
  leave: looks.input(z.strictObject(session)).output(done),

  /** Follows what staff see: everything first, then what changes, until the session ends. */
  follow: looks.input(z.strictObject(session)).output(eventIterator(staffEvent)),

  setPin: managerChanges('role')
    .input(z.strictObject({ ...session, role: staffRole, pin }))
    .output(done)
    .errors({ WEAK_PIN: weakPin }),

  saveStore: managerChanges('store')
    .input(z.strictObject({ ...session, store: storeSettings }))
    .output(done),

  /** The newest entries of the audit log, newest first. */
  audit: base
    .meta({ role: 'manager', logs: null })
    .input(z.strictObject(session))
    .output(
      z.array(
        z.strictObject({
          at: z.string(),
          role: staffRole.nullable(),
          what: z.string(),
          about: z.record(z.string(), z.unknown()),
        }),
      ),
    ),
}
