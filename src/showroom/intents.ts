import type { RoomId, SceneId } from '../contract/ids.ts'
import type { FixtureAim, Intent } from '../contract/intent.ts'
import type { Content } from './content.ts'
import type { Director } from './director.ts'
import type { Prospect } from './prospect.ts'
import type { FixtureIntent } from './remote-control.ts'
import type { Scene } from './scene.ts'
import { planAim, planTouch } from './scene-engine.ts'
import type { ShownState } from './shown-state.ts'
import type { Visit } from './visit.ts'
import type { PlannedWish } from './wish.ts'

/** What became of an intent at once; what becomes of the lamps arrives as changes. */
export type IntentResult = 'accepted' | 'unknown-target' | 'not-capable'

export interface IntentsParts {
  readonly content: Content
  /** The scenes that are offered, as they are now. */
  readonly offered: () => readonly Scene[]
  readonly shown: ShownState
  readonly prospect: Prospect
  readonly director: Director
  readonly visit: Visit
  /** The scene that was played last in a room. */
  readonly lastScene: (room: RoomId) => SceneId | null
  /** People have asked for something in a room. */
  readonly asked: (room: RoomId) => void
}

/** What people want, with a finger on the screen or on a remote, becomes wishes. */
export class Intents {
  private readonly parts: IntentsParts

  constructor(parts: IntentsParts) {
    this.parts = parts
  }

  handle(intent: Intent): IntentResult {
    if (intent.kind === 'end-visit') return this.end()
    this.parts.visit.here()
    if (intent.kind === 'stay' || intent.kind === 'show-code') return 'accepted'
    if (intent.kind === 'arrange') return this.arrange(intent.room, intent.aims)
    if (intent.kind === 'play-scene') return this.play(intent.scene)
    if (intent.kind === 'play-rule') return this.parts.director.playRule(intent.rule)
    if (intent.kind === 'end-rule') return this.parts.director.endRule(intent.rule)
    const state = this.parts.shown.board.get({ room: intent.room, fixture: intent.fixture })
    if (state === null) return 'unknown-target'
    if (planTouch(intent, this.parts.prospect.of(state)) === null) return 'not-capable'
    this.touch([intent])
    return 'accepted'
  }

  /** What belongs together. What cannot be done is left out. */
  touch(intents: readonly FixtureIntent[]): void {
    const { shown, prospect } = this.parts
    const wishes = intents.flatMap((intent): PlannedWish[] => {
      const place = { room: intent.room, fixture: intent.fixture }
      const state = shown.board.get(place)
      const wish = state === null ? null : planTouch(intent, prospect.of(state))
      return wish === null ? [] : [{ place, wish }]
    })
    this.set(wishes)
  }

  private set(wishes: readonly PlannedWish[]): void {
    const { content, shown, director, asked } = this.parts
    director.touch(wishes)
    for (const { place } of wishes) {
      const active = shown.rooms.activeScene(place.room)
      const scene = content.scenes.find((candidate) => candidate.id === active)
      const isSpoilt = scene?.fixtures[place.fixture] !== undefined && !director.isMoving(place.room)
      if (isSpoilt) shown.rooms.setActiveScene(place.room, null)
      asked(place.room)
    }
  }

  private arrange(room: RoomId, aims: readonly FixtureAim[]): IntentResult {
    const { shown, prospect } = this.parts
    const wishes = aims.flatMap((aim): PlannedWish[] => {
      const place = { room, fixture: aim.fixture }
      const state = shown.board.get(place)
      const wish = state === null ? null : planAim(aim, prospect.of(state))
      return wish === null ? [] : [{ place, wish }]
    })
    if (wishes.length === 0) return 'unknown-target'
    this.set(wishes)
    return 'accepted'
  }

  private end(): IntentResult {
    this.parts.visit.end()
    return 'accepted'
  }

  /** The scene after or before the one that runs, or that was played last. */
  playNext(room: RoomId, step: 1 | -1): void {
    const { offered, shown, lastScene } = this.parts
    const scenes = offered().filter((scene) => scene.room === room)
    const current = shown.rooms.activeScene(room) ?? lastScene(room)
    const index = scenes.findIndex(({ id }) => id === current)
    const next =
      index === -1 ? (step === 1 ? scenes[0] : scenes.at(-1)) : scenes.at((index + step) % scenes.length)
    if (next !== undefined) this.play(next.id)
  }

  private play(id: SceneId): IntentResult {
    const { content, shown, director, asked } = this.parts
    const scene = content.scenes.find((candidate) => candidate.id === id)
    if (scene === undefined) return 'unknown-target'
    director.play(scene)
    if (shown.dongle.phase !== 'lost') shown.rooms.setActiveScene(scene.room, scene.id)
    asked(scene.room)
    return 'accepted'
  }
}
