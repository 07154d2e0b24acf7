import type { FixtureState } from '../contract/fixture-state.ts'
import type { RuleId } from '../contract/ids.ts'
import type { RuleCard, SceneCard } from '../contract/offer.ts'
import type { Content } from './content.ts'
import { fitOfRule, fitOfScene } from './fit.ts'

/** What a showroom has to offer with the hardware that is bound now. Who draws it leaves out what fits not at all. */
export interface Offer {
  readonly scenes: SceneCard[]
  readonly rules: RuleCard[]
}

export function offerOf(
  content: Content,
  fixtures: readonly FixtureState[],
  running: readonly RuleId[],
): Offer {
  return {
    scenes: content.scenes.map((scene) => {
      const { id, room, title, story, icon } = scene
      const { fit, missing } = fitOfScene(scene, fixtures)
      return { id, room, title, story, icon, fit, missing: [...missing] }
    }),
    rules: content.rules.map((rule) => {
      const { id, room, title, story, icon, when } = rule
      const { fit, missing } = fitOfRule(rule, fixtures)
      const startedBy = when.flatMap((trigger) => {
        if ('fixture' in trigger) return [trigger.fixture]
        return 'button' in trigger ? [trigger.button] : []
      })
      const manual = when.some((trigger) => 'manual' in trigger)
      return {
        id,
        room,
        title,
        story,
        icon,
        fit,
        missing: [...missing],
        running: running.includes(id),
        startedBy: [...new Set(startedBy)],
        manual,
      }
    }),
  }
}
