/** A date as a calendar writes it: "2026-12-25". */
export type DatePart = 'day' | 'month' | 'year'

/** In which order a language writes a date's parts. */
export function partsOrder(language: string): DatePart[] {
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' })
  return format.formatToParts(new Date(0)).flatMap(({ type }) => (isPart(type) ? [type] : []))
}

/** The same date with another day, month or year; of a month that has no such day its last one. */
export function withPart(date: string, part: DatePart, value: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const parts = { year, month, day, [part]: value }
  const last = lastDay(parts.year, parts.month)
  return isoDate(parts.year, parts.month, Math.min(parts.day, last))
}

/** How many days the month of a date has. */
export function daysIn(date: string): number {
  const [year = 0, month = 1] = date.split('-').map(Number)
  return lastDay(year, month)
}

/** The day of a moment by the machine's own clock. */
export function dayOf(moment: Date): string {
  return isoDate(moment.getFullYear(), moment.getMonth() + 1, moment.getDate())
}

function isoDate(year: number, month: number, day: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}`
}

/** The day before the next month's first. */
function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function isPart(type: string): type is DatePart {
  return type === 'day' || type === 'month' || type === 'year'
}
