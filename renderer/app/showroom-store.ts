import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { RoomId } from '../../src/contract/ids.ts'
import type { Intent } from '../../src/contract/intent.ts'
import type { ShowroomEvent, Snapshot } from '../../src/contract/showroom-state.ts'
import { applyEvent, untilNextForgotten, withoutOldFacts } from './apply-event.ts'
import { IntentSender } from './intent-sender.ts'
import { keepUnread } from './keep-unread.ts'
import { keptList } from './kept-list.ts'
import { useScreenHabits } from './screen-habits.ts'
import type { ShowroomClient } from './showroom-line.ts'

/** What the screen knows of the showroom, and the way to ask it for something. */
export const useShowroom = defineStore('showroom', () => {
  const told = shallowRef<Snapshot | null>(null)
  /** What was shown when the showroom last began to tell everything anew. */
  const before = shallowRef<Snapshot | null>(null)
  const snapshot = computed(() => (told.value === null ? null : keepUnread(told.value, before.value)))
  const client = shallowRef<ShowroomClient | null>(null)
  /** Counts the lines that were opened: another number is another line. Watch this, since Vue takes a client for a promise. */
  const lines = ref(0)
  /** Add it to `performance.now()` and it is the showroom's, in milliseconds. */
  const clockOffsetMs = ref(0)
  /**
   * The same, by the message that was underway the shortest: times that are compared with the showroom's own should not
   * carry the delay of one that was late.
   */
  let closestOffsetMs = Number.NEGATIVE_INFINITY
  const askedAtMs = ref<number | null>(null)
  const chosenRoom = ref<RoomId | null>(null)

  const sender = new IntentSender(async (intent) => {
    await client.value?.send(intent)
  })

  const screen = useScreenHabits()
  /** Those that shoppers are offered; all where none would be left. */
  const rooms = keptList(() => {
    const all = snapshot.value?.rooms ?? []
    const offered = all.filter(({ id }) => !screen.habits.hiddenRooms.includes(id))
    return offered.length > 0 ? offered : all
  })
  const room = computed(
    () => rooms.value.find((candidate) => candidate.id === chosenRoom.value) ?? rooms.value[0] ?? null,
  )
  /** What works with the hardware that is here: a shopper is offered nothing else. */
  const scenes = keptList(
    () => snapshot.value?.scenes.filter(({ room: at, fit }) => at === room.value?.id && fit !== 'none') ?? [],
  )
  const fixtures = keptList(
    () => snapshot.value?.fixtures.filter((fixture) => fixture.room === room.value?.id) ?? [],
  )
  /** Of every room. */
  const rules = keptList(() => snapshot.value?.rules ?? [])
  const shop = computed(() => snapshot.value?.shop ?? null)
  const activeScene = computed(
    () => scenes.value.find((scene) => scene.id === room.value?.activeScene) ?? null,
  )

  function take(event: ShowroomEvent): void {
    if (event.kind === 'snapshot')
      before.value = snapshot.value && { ...snapshot.value, facts: [], journey: null }
    told.value = applyEvent(told.value, event)
    clockOffsetMs.value = event.nowMs - performance.now()
    // A snapshot may come from a new showroom with a clock of its own.
    const known = event.kind === 'snapshot' ? Number.NEGATIVE_INFINITY : closestOffsetMs
    closestOffsetMs = Math.max(known, clockOffsetMs.value)
    forgetOldFacts()
  }

  let forgetting: ReturnType<typeof setTimeout> | undefined
  /** Also while nothing is heard of the showroom: what it has forgotten is not shown. */
  function forgetOldFacts(): void {
    clearTimeout(forgetting)
    if (told.value === null) return
    const nowMs = performance.now() + clockOffsetMs.value
    told.value = withoutOldFacts(told.value, nowMs)
    const delayMs = untilNextForgotten(told.value, nowMs)
    if (delayMs !== null) forgetting = setTimeout(forgetOldFacts, delayMs + 1)
  }

  function lineIs(next: ShowroomClient | null): void {
    client.value = next
    if (next !== null) lines.value += 1
  }

  function ask(intent: Intent): void {
    // That somebody is here, goes, or opens a code reaches no lamp: it is no touch whose way is told.
    if (intent.kind !== 'stay' && intent.kind !== 'end-visit' && intent.kind !== 'show-code')
      askedAtMs.value = performance.now() + closestOffsetMs
    sender.ask(intent)
  }

  return {
    snapshot,
    rooms,
    client,
    lines,
    connected: computed(() => client.value !== null),
    clockOffsetMs,
    /** When the screen was touched last for something, on the showroom's clock; null before that. */
    touchedAtMs: computed(() => askedAtMs.value),
    chosenRoom,
    room,
    scenes,
    fixtures,
    rules,
    shop,
    activeScene,
    take,
    lineIs,
    ask,
  }
})
