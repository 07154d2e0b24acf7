import { type MiddlewareOptions, ORPCError } from '@orpc/server'
import type { StaffMeta } from '../../contract/staff/staff-role.ts'
import type { StaffSession } from '../../showroom/staff/sessions.ts'
import type { StaffDesk } from '../../showroom/staff/staff-desk.ts'

/** What a procedure knows of its caller; null only where anyone may call. */
export interface StaffContext {
  readonly session: StaffSession | null
}

type Options = Pick<
  MiddlewareOptions<Record<never, never>, unknown, Record<never, never>, StaffMeta>,
  'path' | 'procedure' | 'next'
>

/**
 * Stands before every procedure of the staff contract, before its input is even looked at: who calls, whether they may,
 * and afterwards the entry in the audit log. What a procedure needs is said in the contract.
 */
export function staffGuard(desk: StaffDesk) {
  return async ({ path, procedure, next }: Options, input: unknown) => {
    const { role, logs } = procedure['~orpc'].meta
    // Pages look by themselves, again and again: only what changes something, and `stay`, is a hand on the screen.
    const session =
      role === 'anyone'
        ? null
        : logs === null
          ? desk.sessions.find(sessionIn(input))
          : desk.sessions.use(sessionIn(input))
    if (role !== 'anyone') {
      if (session === null) throw new ORPCError('SIGN_IN', { status: 401, message: 'Sign in first.' })
      if (role === 'manager' && session.role !== 'manager') {
        throw new ORPCError('NOT_ALLOWED', { status: 403, message: 'This needs a manager’s PIN.' })
      }
    }
    try {
      const context: StaffContext = { session }
      const result = await next({ context })
      if (logs !== null) await desk.note(session?.role ?? null, path.at(-1) ?? '', chosen(input, logs))
      return result
    } catch (error) {
      throw isDiskProblem(error) ? cannotSave(error) : error
    }
  }
}

function sessionIn(input: unknown): string {
  const given = typeof input === 'object' && input !== null && 'session' in input ? input.session : null
  return typeof given === 'string' ? given : ''
}

function chosen(input: unknown, fields: readonly string[]): Record<string, unknown> {
  if (typeof input !== 'object' || input === null) return {}
  return Object.fromEntries(Object.entries(input).filter(([field]) => fields.includes(field)))
}

const diskCodes = new Set(['ENOSPC', 'EROFS', 'EACCES', 'EPERM', 'EDQUOT', 'EIO', 'ENOTDIR', 'EISDIR'])

function isDiskProblem(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && diskCodes.has(String(error.code))
}

function cannotSave(cause: Error) {
  const message = 'It could not be saved, so nothing was changed. Is the disk full, or read-only?'
  return new ORPCError('CANNOT_SAVE', { status: 507, message, cause })
}
