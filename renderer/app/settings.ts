/** Times of the page, in milliseconds. They come from its address, so that no test has to wait for them. */
export interface PageSettings {
  /** How long a broken line goes unmentioned. */
  readonly reconnectNoticeMs: number
  /** How long staff hold the corner. */
  readonly staffHoldMs: number
  /** How long the staff panel stays open untouched. */
  readonly staffCloseMs: number
  /** How long nobody touches the picture before it invites again and looks from its composed place. */
  readonly pictureRestMs: number
}

export const usualSettings: PageSettings = {
  reconnectNoticeMs: 2000,
  staffHoldMs: 3000,
  staffCloseMs: 60_000,
  pictureRestMs: 45_000,
}

/** `?staffHoldMs=300` and the like; what is missing or not a time is as usual. */
export function readSettings(query: string): PageSettings {
  const given = new URLSearchParams(query)
  const time = (name: keyof PageSettings): number => {
    const ms = Number(given.get(name) ?? Number.NaN)
    return Number.isFinite(ms) && ms > 0 ? ms : usualSettings[name]
  }
  return {
    reconnectNoticeMs: time('reconnectNoticeMs'),
    staffHoldMs: time('staffHoldMs'),
    staffCloseMs: time('staffCloseMs'),
    pictureRestMs: time('pictureRestMs'),
  }
}
