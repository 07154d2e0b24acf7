import type { SceneArrival } from '../contract/showroom-state.ts'
import type { SceneRun, WishAim } from './wish-aim.ts'

/** How a scene went, by the aims that are still its own; null when nobody is to get anywhere. */
export function arrivalOf(run: SceneRun, all: Iterable<WishAim>): SceneArrival | null {
  const aims = [...all].filter((aim) => aim.run === run)
  if (aims.length === 0) return null
  const missing = aims.flatMap(({ place, outcome }) =>
    outcome === 'silent' || outcome === 'differs' ? [{ fixture: place.fixture, reason: outcome }] : [],
  )
  const isUnderWay = aims.some(({ outcome }) => outcome === 'under-way')
  const isLate = aims.some(({ late }) => late)
  const settled = missing.length > 0 ? 'not-reached' : isLate ? 'reached-late' : 'reached'
  return { scene: run.scene, outcome: isUnderWay ? 'under-way' : settled, missing }
}
