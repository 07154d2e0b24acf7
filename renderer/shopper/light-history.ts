import type { Intent } from '../../src/contract/intent.ts'
import type { Arrangement } from './fixture-aims.ts'

/** So many steps can be taken back. */
const kept = 20

/** What a shopper did to the light, as far as it can be taken back. */
export interface LightHistory {
  /** The room before each step, the newest last. */
  readonly steps: readonly Arrangement[]
  /** The room before the newest scene, or before what was changed since: what "before" means to whoever compares. */
  readonly before: Arrangement | null
  readonly last: { readonly what: string; readonly isScene: boolean; readonly isOver: boolean } | null
}

export const noHistory: LightHistory = { steps: [], before: null, last: null }

/** The history once `intent` is asked of the room as it is `now`. The moves of one finger are one step. */
export function noted(history: LightHistory, intent: Intent, now: Arrangement): LightHistory {
  const last = stepOf(intent)
  if (last === null) return history
  if (history.last?.what === last.what && !history.last.isOver) return { ...history, last }
  const goesOn = history.last !== null && !history.last.isScene && !last.isScene
  return {
    steps: [...history.steps.slice(-(kept - 1)), now],
    before: goesOn ? history.before : now,
    last,
  }
}

/** The history without its newest step. */
export function undone(history: LightHistory): LightHistory {
  return { ...history, steps: history.steps.slice(0, -1), last: null }
}

function stepOf(intent: Intent): LightHistory['last'] {
  switch (intent.kind) {
    case 'dim':
      return { what: `dim ${intent.fixture}`, isScene: false, isOver: !intent.steady }
    case 'tint':
      // Nobody says when a colour is settled: all that is tried on one lamp is one step.
      return { what: `tint ${intent.fixture}`, isScene: false, isOver: false }
    case 'switch':
    case 'move-blind':
      return { what: `${intent.kind} ${intent.fixture}`, isScene: false, isOver: true }
    case 'play-scene':
    case 'play-rule':
    case 'end-rule':
    case 'arrange':
      return { what: intent.kind, isScene: true, isOver: true }
    case 'show-code':
    case 'stay':
    case 'end-visit':
      return null
  }
}
