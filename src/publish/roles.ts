/** How long signatures last, in days: who holds the key offline signs seldom. */
export const lifetimeDays = { root: 365, targets: 180, area: 90, snapshot: 30, timestamp: 14 } as const

export const topRoles = ['root', 'targets', 'snapshot', 'timestamp'] as const
export type TopRole = (typeof topRoles)[number]

/** Who signs an area's playlists: "global", or "region-se" for the area "se". */
export function roleOfArea(area: string): string {
  return area === 'global' ? 'global' : `region-${area}`
}

export function expiry(fromMs: number, days: number): string {
  return new Date(fromMs + days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z')
}
