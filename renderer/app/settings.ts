import type { InjectionKey } from 'vue'

/** Settings of the page. They come from its address, so that no test has to wait for its times. */
export interface PageSettings {
  /** How long a broken line goes unmentioned. */
  readonly reconnectNoticeMs: number
  /** How long staff hold each of the two corners. */
  readonly staffHoldMs: number
  /** How long the staff's pages stay open untouched while nobody has signed in. */
  readonly staffCloseMs: number
  /** How long nobody touches the picture before it invites again and looks from its composed place. */
  readonly pictureRestMs: number
  /** How long a finger is held still on a lamp before its dial opens. */
  readonly longPressMs: number
  /** How long a touch on a resting room waits for its picture; whoever waited longer finds the controls instead. */
  readonly earlyTouchMs: number
  /** Most frames that the picture draws in a second; as many as the display shows by default. */
  readonly framesPerSecond: number
  /** The screen's diagonal in inches, as staff say. Too small a guess makes targets larger than they need be, never smaller. */
  screenInches: number
}

/** Where parts of the page find them that nobody hands them to. */
export const pageSettings: InjectionKey<PageSettings> = Symbol('page settings')

export const usualSettings: PageSettings = {
  reconnectNoticeMs: 2000,
  staffHoldMs: 1500,
  staffCloseMs: 120_000,
  pictureRestMs: 45_000,
  longPressMs: 550,
  earlyTouchMs: 10_000,
  framesPerSecond: Number.POSITIVE_INFINITY,
  screenInches: 21.5,
}

/** `?staffHoldMs=300` and the like; what is missing or no such number is as usual. */
export function readSettings(query: string): PageSettings {
  const given = new URLSearchParams(query)
  const number = (name: keyof PageSettings): number => {
    const value = Number(given.get(name) ?? Number.NaN)
    return Number.isFinite(value) && value > 0 ? value : usualSettings[name]
  }
  return {
    reconnectNoticeMs: number('reconnectNoticeMs'),
    staffHoldMs: number('staffHoldMs'),
    staffCloseMs: number('staffCloseMs'),
    pictureRestMs: number('pictureRestMs'),
    longPressMs: number('longPressMs'),
    earlyTouchMs: number('earlyTouchMs'),
    framesPerSecond: number('framesPerSecond'),
    screenInches: number('screenInches'),
  }
}
