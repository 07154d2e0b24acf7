import type { LocalMoment, PlaylistClass } from './playlist.ts'

/** Why a playlist plays on a kiosk now, or does not. */
export type Verdict =
  | { readonly kind: 'plays' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'broken'; readonly why: string }
  | { readonly kind: 'on-its-way'; readonly why: string }
  | { readonly kind: 'outside-ring'; readonly ring: number }
  | { readonly kind: 'app-too-old'; readonly needs: string }
  | { readonly kind: 'replaced'; readonly by: number }
  | { readonly kind: 'other-stores' }
  | { readonly kind: 'needs-hardware'; readonly missing: readonly string[] }
  | { readonly kind: 'not-yet'; readonly from: LocalMoment }
  | { readonly kind: 'over'; readonly until: LocalMoment }
  | { readonly kind: 'exception' }
  | { readonly kind: 'other-hours' }
  | { readonly kind: 'outranked'; readonly by: string; readonly class: PlaylistClass }
  | { readonly kind: 'others-turn'; readonly whose: string }

/** For staff and head office, in English: "not: from Fri 27 Nov 2026". */
export function verdictSentence(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'plays':
      return 'plays'
    case 'stopped':
      return 'not: stopped by head office'
    case 'broken':
      return `not: ${verdict.why}`
    case 'on-its-way':
      return `not yet: ${verdict.why}`
    case 'outside-ring':
      return `not: rolled out to ${verdict.ring} % of kiosks, and not to this one`
    case 'app-too-old':
      return `not: needs the kiosk's program ${verdict.needs}`
    case 'replaced':
      return `not: replaced by revision ${verdict.by}`
    case 'other-stores':
      return 'not: for other stores'
    case 'needs-hardware':
      return `not: no device at ${verdict.missing.join(', ')}`
    case 'not-yet':
      return `not: from ${momentWords(verdict.from)}`
    case 'over':
      return `not: was until ${momentWords(verdict.until)}`
    case 'exception':
      return 'not: today is an exception'
    case 'other-hours':
      return 'not: at other hours'
    case 'outranked':
      return `not: ${verdict.by} goes first (${verdict.class})`
    case 'others-turn':
      return `not: it is the turn of ${verdict.whose}`
  }
}

/** What a sentence in another language needs; moments as "2026-11-27" or "2026-11-27T18:00", by the store's wall. */
export function verdictValues(verdict: Verdict): Record<string, string> {
  switch (verdict.kind) {
    case 'broken':
    case 'on-its-way':
      return { why: verdict.why }
    case 'outside-ring':
      return { ring: String(verdict.ring) }
    case 'app-too-old':
      return { needs: verdict.needs }
    case 'replaced':
      return { by: String(verdict.by) }
    case 'needs-hardware':
      return { missing: verdict.missing.join(', ') }
    case 'not-yet':
      return { at: momentText(verdict.from) }
    case 'over':
      return { at: momentText(verdict.until) }
    case 'outranked':
      return { by: verdict.by }
    case 'others-turn':
      return { whose: verdict.whose }
    case 'plays':
    case 'stopped':
    case 'other-stores':
    case 'exception':
    case 'other-hours':
      return {}
  }
}

function momentText({ date, minute }: LocalMoment): string {
  return minute === null ? date : `${date}T${clockWords(minute)}`
}

function clockWords(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

function momentWords({ date, minute }: LocalMoment): string {
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(',', '')
  return minute === null ? day : `${day} ${clockWords(minute)}`
}
