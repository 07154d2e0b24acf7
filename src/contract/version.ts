/** This program's version, as playlists ask for it. */
export const programVersion = '0.1.0'

/** No kiosk ran this program before: a clock that says so is wrong. */
export const programMade = '2026-11-21T00:00:00Z'
