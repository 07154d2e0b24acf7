/** How long signatures last, in days: who holds the key offline signs seldom. */
export const lifetimeDays = { root: 365, targets: 180, area: 90, snapshot: 30, timestamp: 14 } as const

export const topRoles = ['root', 'targets', 'snapshot', 'timestamp'] as const
export type TopRole = (typeof topRoles)[number]

export function expiry(fromMs: number, days: number): string {
  return new Date(fromMs + days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z')
}
