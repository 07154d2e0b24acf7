import type { FixtureState } from '../contract/fixture-state.ts'
import type { FixtureId, RoomId, RuleId } from '../contract/ids.ts'
import type { RuleCard, RuleCause, SceneCard } from '../contract/offer.ts'
import type { Content } from './content.ts'
import { fitOfRule, fitOfScene } from './fit.ts'
import { targetsOfSteps } from './rules/steps.ts'
import type { Ending, Trigger } from './rules/trigger.ts'
import { targetsOfScene } from './scene.ts'

/** What a showroom has to offer with the hardware that is bound now. Who draws it leaves out what fits not at all. */
export interface Offer {
  readonly scenes: SceneCard[]
  readonly rules: RuleCard[]
}

export function offerOf(
  content: Pick<Content, 'rooms' | 'scenes' | 'rules'>,
  fixtures: readonly FixtureState[],
  running: readonly RuleId[],
): Offer {
  const among = (asked: ReadonlyMap<string, unknown>, room: RoomId): FixtureId[] =>
    fixtures.filter((state) => state.room === room && asked.has(state.id)).map(({ id }) => id)
  return {
    scenes: content.scenes.map((scene) => {
      const { id, room, title, story, icon } = scene
      return {
        ...{ id, room, title, story, icon },
        ...fitOfScene(scene, content.rooms, fixtures),
        sets: among(targetsOfScene(scene), room),
        hour: scene.hour ?? null,
      }
    }),
    rules: content.rules.map((rule) => {
      const { id, room, title, story, icon, facts } = rule
      return {
        ...{ id, room, title, story, icon, facts },
        ...fitOfRule(rule, content, fixtures),
        sets: among(targetsOfSteps(rule.do, content.scenes), room),
        running: running.includes(id),
        when: rule.when.map(causeOf),
        until: rule.until.map(causeOf),
      }
    }),
  }
}

function causeOf(cause: Trigger | Ending): RuleCause {
  if ('becomes' in cause)
    return { kind: 'becomes', fixture: cause.fixture, word: cause.becomes, heldForMs: cause.heldFor }
  if ('button' in cause) {
    const buttons = typeof cause.pressed === 'string' ? [cause.pressed] : cause.pressed
    return { kind: 'pressed', fixture: cause.button, buttons }
  }
  if ('at' in cause) return { kind: 'clock', minute: cause.at }
  if ('sun' in cause) return { kind: 'sun', turn: cause.sun, offsetMinutes: cause.offsetMinutes }
  return 'after' in cause ? { kind: 'time-over', afterMs: cause.after } : { kind: 'by-hand' }
}
