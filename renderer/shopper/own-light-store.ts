import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { RoomId, SceneId } from '../../src/contract/ids.ts'
import type { FixtureAim, Intent } from '../../src/contract/intent.ts'
import { useShowroom } from '../app/showroom-store.ts'
import { type Arrangement, aimsOf, differing } from './fixture-aims.ts'
import { noHistory, noted, undone } from './light-history.ts'
import { surprise } from './surprise.ts'
import { useVisit } from './visit-store.ts'
import { WishedAims } from './wished-aims.ts'

/** What a shopper made of the room: what can be taken back, compared and kept, in memory only, for this visit. */
export const useOwnLight = defineStore('own-light', () => {
  const showroom = useShowroom()
  const visit = useVisit()
  const history = shallowRef(noHistory)
  const kept = shallowRef<Arrangement | null>(null)
  const comparing = ref(false)
  const seen = new Set<SceneId>()
  const wished = new WishedAims()
  let surprises = 0
  let after: { readonly scene: SceneId | null; readonly aims: readonly FixtureAim[] } | null = null
  /** What undoing and comparing ask for is no step of its own. */
  let isOwnDoing = false

  /** The room as it is meant to be. */
  function now(): Arrangement | null {
    if (showroom.room === null) return null
    const aims = wished.meant(aimsOf(showroom.fixtures), performance.now())
    return { room: showroom.room.id, aims, scene: showroom.activeScene?.id ?? null }
  }

  showroom.$onAction(({ name, args }) => {
    const room = now()
    if (name !== 'ask' || room === null) return
    const [intent] = args as [Intent]
    wished.note(intent, room.aims, performance.now())
    if (isOwnDoing) return
    if (intent.kind === 'play-scene') seen.add(intent.scene)
    history.value = noted(history.value, intent, room)
  })

  watch(
    () => visit.number,
    () => {
      history.value = noHistory
      kept.value = null
      comparing.value = false
      after = null
      surprises = 0
      seen.clear()
      wished.clear()
    },
  )

  function quietly(intent: Intent): void {
    isOwnDoing = true
    showroom.ask(intent)
    isOwnDoing = false
  }

  function arrangeQuietly(room: RoomId, aims: readonly FixtureAim[]): void {
    if (aims.length > 0) quietly({ kind: 'arrange', room, aims: [...aims] })
  }

  /** Takes back the newest step that makes a difference. */
  function undo(): void {
    for (;;) {
      const step = history.value.steps.at(-1)
      const room = now()
      if (step === undefined || room === null) return
      history.value = undone(history.value)
      const aims = differing(step.aims, step.room === room.room ? room.aims : [])
      if (aims.length === 0) continue
      showroom.chosenRoom = step.room
      if (step.scene === null) arrangeQuietly(step.room, aims)
      else quietly({ kind: 'play-scene', scene: step.scene })
      return
    }
  }

  /** Shows the room as it was before, for as long as somebody holds the button. */
  function compare(): void {
    const { before } = history.value
    const room = now()
    if (comparing.value || before === null || room === null || before.room !== room.room) return
    comparing.value = true
    after = { scene: showroom.activeScene?.id ?? null, aims: differing(room.aims, before.aims) }
    arrangeQuietly(before.room, differing(before.aims, room.aims))
  }

  function endCompare(): void {
    const { before } = history.value
    if (!comparing.value) return
    comparing.value = false
    if (after?.scene != null) quietly({ kind: 'play-scene', scene: after.scene })
    else if (after !== null && before !== null) arrangeQuietly(before.room, after.aims)
    after = null
  }

  /** A scene that was not seen yet, or a light that nobody wrote; by turns, as long as there are both. */
  function surpriseMe(): void {
    const room = now()
    if (room === null) return
    surprises += 1
    const unseen = showroom.scenes.filter(({ id }) => !seen.has(id) && id !== showroom.activeScene?.id)
    const scene = unseen[(visit.number * 7 + surprises * 3) % Math.max(1, unseen.length)]
    if (scene !== undefined && surprises % 2 === 0) showroom.ask({ kind: 'play-scene', scene: scene.id })
    else {
      const aims = surprise(visit.number * 1009 + surprises, showroom.fixtures)
      if (aims.length > 0) showroom.ask({ kind: 'arrange', room: room.room, aims })
    }
  }

  /** Keeps the light as it is now, until the visit is over. */
  function keep(): void {
    kept.value = now()
  }

  function playKept(): void {
    const { value } = kept
    if (value !== null && value.aims.length > 0)
      showroom.ask({ kind: 'arrange', room: value.room, aims: [...value.aims] })
  }

  const keptHere = computed(() => kept.value !== null && kept.value.room === showroom.room?.id)
  return {
    comparing,
    canUndo: computed(() => history.value.steps.length > 0),
    canCompare: computed(
      () => history.value.before !== null && history.value.before.room === showroom.room?.id,
    ),
    keptHere,
    keptRuns: computed(
      () => keptHere.value && differing(kept.value?.aims ?? [], aimsOf(showroom.fixtures)).length === 0,
    ),
    undo,
    compare,
    endCompare,
    surpriseMe,
    keep,
    playKept,
  }
})
