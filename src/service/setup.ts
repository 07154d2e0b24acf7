import type { Notice } from '../contract/showroom-state.ts'
import type { Log } from '../showroom/log.ts'
import { type PlaylistSettings, playlistVariables, readPlaylistSettings } from './playlist-settings.ts'
import type { SettingProblem, Variables } from './setting-problems.ts'
import { readSettings, type Settings, settingVariables } from './settings.ts'

/** Read by others than the service: the shell, the log, whoever builds, tests or publishes. */
const elsewhere = [
  ...['SHOWROOM_DEV_ORIGIN', 'SHOWROOM_DEV_SERVICE', 'SHOWROOM_DEV_TOKEN', 'SHOWROOM_E2E_FURNISHED'],
  ...['SHOWROOM_ELECTRON', 'SHOWROOM_GUIDE_PICTURES', 'SHOWROOM_NO_SANDBOX', 'SHOWROOM_PASSPHRASE'],
  ...['SHOWROOM_PICTURE_SCALE', 'SHOWROOM_SEED', 'SHOWROOM_SHOPPER_PICTURES', 'SHOWROOM_SOAK'],
  ...['SHOWROOM_STAFF_PICTURES'],
]
/** More letters than these are no slip of the finger. */
const mostSlips = 2

/** How a kiosk was set up. */
export interface Setup {
  readonly settings: Settings
  readonly playlists: PlaylistSettings | null
  /** What whoever set it up got wrong; the kiosk goes on without it. */
  readonly notices: readonly Notice[]
}

/**
 * Reads the environment. A kiosk in a store has nobody at its keyboard, so a variable that cannot be understood, or that is
 * misspelt, ends nothing: it counts as not given, and the log and staff are told.
 */
export function readSetup(variables: Variables, log: Log): Setup {
  const problems: SettingProblem[] = []
  const settings = readSettings(variables, problems)
  const playlists = readPlaylistSettings(variables, problems)
  const notices = [...problems.map(wrongNotice), ...unknownNames(variables).map(unknownNotice)]
  for (const { sentence } of notices) log('error', sentence)
  return { settings, playlists, notices }
}

function wrongNotice({ name, value, hint }: SettingProblem): Notice {
  const detail = value === '' ? `${name}: ${hint}` : `${name}="${value}": ${hint}`
  const sentence = `The setting ${detail}. The kiosk goes on without it.`
  return { code: 'setting-wrong', severity: 'warning', sentence, values: { name, detail } }
}

function unknownNames(variables: Variables): readonly string[] {
  const known = new Set([...settingVariables, ...playlistVariables, ...elsewhere])
  return Object.entries(variables)
    .filter(([name, value]) => name.startsWith('SHOWROOM_') && value !== '' && !known.has(name))
    .map(([name]) => name)
}

function unknownNotice(name: string): Notice {
  const [nearest] = [...settingVariables, ...playlistVariables]
    .map((known) => ({ known, slips: slipsBetween(name, known) }))
    .filter(({ slips }) => slips <= mostSlips)
    .toSorted((a, b) => a.slips - b.slips)
  const hint = nearest === undefined ? 'the README lists them all' : `is ${nearest.known} meant?`
  const sentence = `There is no setting ${name}; ${hint}`
  return { code: 'setting-unknown', severity: 'warning', sentence, values: { name, detail: hint } }
}

/** Letters to put in, take out or change until one word is the other (Levenshtein). */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (const letter of a) {
    const next = [(row[0] ?? 0) + 1]
    for (let column = 1; column <= b.length; column++) {
      const change = (row[column - 1] ?? 0) + (letter === b[column - 1] ? 0 : 1)
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
