import type { FixtureState } from '../../src/contract/fixture-state.ts'
import { useWords } from '../locales/words.ts'
import { fixtureStatus } from './fixture-status.ts'

/** A fixture's state, said in the language chosen. */
export function useStatusWords() {
  const { t, percent } = useWords()
  return (fixture: FixtureState, level?: number): string => {
    const status = fixtureStatus(fixture, level)
    const share = percent(status.share ?? 0)
    return status.message === 'percent' ? share : t(status.message, { percent: share })
  }
}
