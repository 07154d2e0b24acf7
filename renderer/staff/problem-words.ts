import { useWords } from '../locales/words.ts'
import type { StaffProblem } from './staff-store.ts'

/** Why something did not work, in a sentence that says what to do. */
export function useProblemWords() {
  const { t, te, language } = useWords()

  /** "40 seconds", "15 minutes", in the language of the page. */
  function time(ms: number): string {
    const seconds = Math.max(1, Math.ceil(ms / 1000))
    const [value, unit] = seconds < 90 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute']
    return new Intl.NumberFormat(language.value, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
  }

  return (problem: StaffProblem | null): string | null => {
    if (problem === null) return null
    const { code, why, waitMs } = problem
    const key = ['desk.problem', 'desk.upkeep.problem']
      .flatMap((where) => [`${where}.${code}.${why}`, `${where}.${code}`])
      .find((candidate) => te(candidate, 'en'))
    return t(key ?? 'desk.problem.other', { time: time(waitMs) })
  }
}
