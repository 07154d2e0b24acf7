/** What a time of day is called, in the page's words. */
export type TimeOfDay = 'morning' | 'noon' | 'afternoon' | 'evening' | 'dusk' | 'night'

/** The slider's ends, hours. */
export const firstHour = 6.5
export const lastHour = 22.5

export function timeOfDay(hour: number): TimeOfDay {
  if (hour < 5.5 || hour >= 21) return 'night'
  if (hour < 11) return 'morning'
  if (hour < 14) return 'noon'
  if (hour < 17) return 'afternoon'
  return hour < 18.75 ? 'evening' : 'dusk'
}

/** "19:30", as a clock on the wall of that language's speakers shows it. */
export function clockTime(hour: number, language: string): string {
  const minutes = Math.round(hour * 60)
  const at = new Date(2000, 0, 1, Math.floor(minutes / 60), minutes % 60)
  return new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(at)
}
