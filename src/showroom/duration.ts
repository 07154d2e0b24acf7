import { z } from 'zod'

const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const
const longestMs = 24 * unitMs.h
const written =
  /^(?:(\d{1,6}(?:\.\d{1,3})?)h)?(?:(\d{1,6}(?:\.\d{1,3})?)m)?(?:(\d{1,6}(?:\.\d{1,3})?)s)?(?:(\d{1,9})ms)?$/
/** Written as it should be, but nobody lives that long. */
const endless = /^(?:\d+(?:\.\d+)?(?:ms|h|m|s)){1,4}$/
const hint = 'write a length of time as "400ms", "2.5s", "10m" or "1h30m"'

/** Milliseconds of a length of time as people write it ("2.5s", "1h30m"), or null when it is none. */
export function parseDuration(text: string): number | null {
  const match = text === '' || text.startsWith('-') ? null : written.exec(text)
  if (match === null) return null
  const [, hours = '0', minutes = '0', seconds = '0', milliseconds = '0'] = match
  return Math.round(
    Number(hours) * unitMs.h + Number(minutes) * unitMs.m + Number(seconds) * unitMs.s + Number(milliseconds),
  )
}

/** A length of time in a file, read into milliseconds. */
export function duration(shortestMs: number, longest: number = longestMs) {
  const between = `lies between ${showDuration(shortestMs)} and ${showDuration(longest)}`
  const error = ({ input }: { input?: unknown }) =>
    typeof input === 'string' && endless.test(input.slice(0, 100)) ? between : hint
  return z
    .string(hint)
    .max(20, { error, abort: true })
    .regex(written, { error, abort: true })
    .refine((text) => text !== '', hint)
    .transform((text, context) => {
      const ms = parseDuration(text)
      if (ms === null || ms < shortestMs || ms > longest) {
        context.addIssue(between)
        return z.NEVER
      }
      return ms
    })
}

/** The shortest way to write a length of time: 90000 → "1m30s". */
export function showDuration(ms: number): string {
  if (ms === 0) return '0s'
  let rest = ms
  let text = ''
  for (const unit of ['h', 'm', 's', 'ms'] as const) {
    const count = Math.floor(rest / unitMs[unit])
    if (count > 0) text += `${count}${unit}`
    rest -= count * unitMs[unit]
  }
  return text
}
