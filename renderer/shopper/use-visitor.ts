import { computed, onScopeDispose, ref, watch } from 'vue'
import { useShowroom } from '../app/showroom-store.ts'
import { useEarlyTouches } from './early-touch-store.ts'
import { useResetVisit } from './use-reset-visit.ts'

/** A finger that moves says so this often at most, milliseconds. */
const sayAgainMs = 1000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/**
 * Tells the showroom that somebody is here, by whatever they touch, and forgets them on this page when the
 * showroom says that they have gone.
 */
export function useVisitor() {
  const showroom = useShowroom()
  const early = useEarlyTouches()
  const { resetPage, resetVisit } = useResetVisit()
  const presence = computed(() => showroom.snapshot?.presence ?? ({ phase: 'visit' } as const))
  const isResting = computed(() => presence.value.phase === 'attract' || presence.value.phase === 'closed')
  /** As the page shows it: nothing moves away under a finger, only once it has let go. */
  const rest = ref<'attract' | 'closed' | null>(early.handedOver ? 'attract' : null)
  const fingers = new Set<number>()
  let saidMs = Number.NEGATIVE_INFINITY

  function here(event: Event): void {
    // A mouse that nobody holds may tremble; a finger that moves is down.
    if (event instanceof PointerEvent && event.type === 'pointermove' && event.buttons === 0) return
    const now = performance.now()
    if (presence.value.phase === 'visit' && now - saidMs < sayAgainMs) return
    saidMs = now
    showroom.ask({ kind: 'stay' })
  }

  function pressed(event: PointerEvent): void {
    fingers.add(event.pointerId)
  }

  function released(event: PointerEvent): void {
    fingers.delete(event.pointerId)
    // The touch itself has its say first: what it meant was decided where it came down.
    setTimeout(showRest)
  }

  function showRest(): void {
    const { phase } = presence.value
    if (phase === 'attract' || phase === 'closed') rest.value = phase
    else if (fingers.size === 0 && early.places.length === 0) rest.value = null
  }

  window.addEventListener('pointerdown', pressed, { capture: true })
  window.addEventListener('pointerup', released, { capture: true })
  window.addEventListener('pointercancel', released, { capture: true })
  for (const sign of signs) window.addEventListener(sign, here, { capture: true, passive: true })
  onScopeDispose(() => {
    window.removeEventListener('pointerdown', pressed, { capture: true })
    window.removeEventListener('pointerup', released, { capture: true })
    window.removeEventListener('pointercancel', released, { capture: true })
    for (const sign of signs) window.removeEventListener(sign, here, { capture: true })
  })
  watch(isResting, (resting) => {
    if (resting) resetPage()
  })
  watch(() => [presence.value.phase, early.places.length], showRest, { immediate: true })
  watch(
    () => showroom.snapshot !== null,
    () => {
      if (early.somebody) showroom.ask({ kind: 'stay' })
    },
    { once: true },
  )
  return { presence, rest, resetVisit }
}
