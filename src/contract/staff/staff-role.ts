import { z } from 'zod'

/** Who may do what: a clerk looks after devices, a manager after everything. */
export const staffRole = z.enum(['clerk', 'manager'])
export type StaffRole = z.infer<typeof staffRole>

/** What a procedure needs and tells. */
export interface StaffMeta {
  /** `anyone` needs no session; a manager may do whatever a clerk may. */
  readonly role: StaffRole | 'anyone'
  /**
   * Fields of the input that go into the audit log; null for what changes nothing and is not logged. A PIN is never
   * among them.
   */
  readonly logs: readonly string[] | null
}
