import { implement } from '@orpc/server'
import { staffContract } from '../../contract/staff/staff-contract.ts'
import type { PinChange } from '../../showroom/staff/pin-door.ts'
import type { StaffSession } from '../../showroom/staff/sessions.ts'
import type { StaffDesk } from '../../showroom/staff/staff-desk.ts'
import { followStaff } from './follow-staff.ts'
import { type StaffContext, staffGuard } from './guard.ts'

const done = { done: true } as const
const auditShown = 200

/** The staff contract, answered by a desk. The guard has let in who may call. */
export function createStaffRouter(desk: StaffDesk) {
  const staff = implement(staffContract).use(staffGuard(desk))
  return staff.router({
    status: staff.status.handler(() => desk.status()),

    signIn: staff.signIn.handler(async ({ input, errors }) => {
      const answer = await desk.signIn(input.pin)
      switch (answer.kind) {
        case 'open':
          return signedIn(present(answer.session ?? null))
        case 'wrong':
          throw errors.WRONG_PIN({ data: { waitMs: answer.waitMs } })
        case 'locked':
          throw errors.LOCKED({ data: { waitMs: answer.waitMs } })
        case 'unreadable':
          throw errors.UNREADABLE()
      }
    }),

    begin: staff.begin.handler(async ({ input, errors }) => {
      const answer = await desk.begin(input.managerPin, input.clerkPin)
      if (answer === 'has-pin') throw errors.HAS_PIN()
      if (typeof answer === 'string') throw errors.WEAK_PIN({ data: { why: weakness(answer) } })
      return signedIn(answer)
    }),

    stay: staff.stay.handler(() => done),
    leave: staff.leave.handler(({ context }) => {
      desk.sessions.leave(caller(context).id)
      return done
    }),
    follow: staff.follow.handler(({ context, signal }) => followStaff(desk, caller(context), signal)),

    setPin: staff.setPin.handler(async ({ input, errors }) => {
      const change = await desk.setPin(input.role, input.pin)
      if (change !== 'done') throw errors.WEAK_PIN({ data: { why: weakness(change) } })
      return done
    }),
    saveStore: staff.saveStore.handler(async ({ input }) => {
      await desk.saveStore(input.store)
      return done
    }),
    audit: staff.audit.handler(async () => [...(await desk.audit(auditShown))]),
  })
}

function caller({ session }: StaffContext): StaffSession {
  return present(session)
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('The guard let somebody in without a session.')
  return value
}

function signedIn({ id, role }: StaffSession) {
  return { session: id, role }
}

function weakness(change: Exclude<PinChange, 'done'>) {
  return change === 'has-pin' ? 'taken' : change
}
