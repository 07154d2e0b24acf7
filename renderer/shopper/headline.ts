import type { RuleCard, SceneCard } from '../../src/contract/offer.ts'
import type { RoomCard, Snapshot } from '../../src/contract/showroom-state.ts'
import type { LocalizedText } from '../../src/contract/words.ts'

/** The large words of the dock: of the page itself, or those of the rule or scene that runs. */
export type Headline =
  | { readonly kind: 'page'; readonly title: PageTitle; readonly story: PageStory }
  | { readonly kind: 'scene'; readonly title: LocalizedText; readonly story: LocalizedText }
  | {
      readonly kind: 'rule'
      readonly title: LocalizedText
      readonly story: LocalizedText
      readonly rule: RuleCard
    }

type PageTitle = 'waking.title' | 'room.none' | 'invite.title' | 'invite.lamp'
type PageStory = 'waking.story' | 'room.noneStory' | 'invite.story' | 'invite.screenStory'

/**
 * What is going on, readable from across the aisle: the rule that a sensor has just started, or the running scene, and
 * its story; or an invitation.
 */
export function headlineFor(
  snapshot: Snapshot | null,
  room: RoomCard | null,
  scenes: readonly SceneCard[],
): Headline {
  if (snapshot === null) return { kind: 'page', title: 'waking.title', story: 'waking.story' }
  if (room === null) return { kind: 'page', title: 'room.none', story: 'room.noneStory' }
  const rule = snapshot.rules.find((candidate) => candidate.room === room.id && candidate.running)
  if (rule !== undefined) return { kind: 'rule', title: rule.title, story: rule.story, rule }
  const running = scenes.find((scene) => scene.id === room.activeScene)
  if (running !== undefined) return { kind: 'scene', title: running.title, story: running.story }
  const title = scenes.length > 0 ? 'invite.title' : 'invite.lamp'
  const { phase, simulated } = snapshot.dongle
  const story = phase === 'ready' && !simulated ? 'invite.story' : 'invite.screenStory'
  return { kind: 'page', title, story }
}
