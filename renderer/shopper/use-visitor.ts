import { computed, onScopeDispose, watch } from 'vue'
import { useShowroom } from '../app/showroom-store.ts'
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
  const { resetPage, resetVisit } = useResetVisit()
  const presence = computed(() => showroom.snapshot?.presence ?? ({ phase: 'visit' } as const))
  const isResting = computed(() => presence.value.phase === 'attract' || presence.value.phase === 'closed')
  let saidMs = Number.NEGATIVE_INFINITY

  function here(event: Event): void {
    // A mouse that nobody holds may tremble; a finger that moves is down.
    if (event instanceof PointerEvent && event.type === 'pointermove' && event.buttons === 0) return
    const now = performance.now()
    if (presence.value.phase === 'visit' && now - saidMs < sayAgainMs) return
    saidMs = now
    showroom.ask({ kind: 'stay' })
  }

  for (const sign of signs) window.addEventListener(sign, here, { capture: true, passive: true })
  onScopeDispose(() => {
    for (const sign of signs) window.removeEventListener(sign, here, { capture: true })
  })
  watch(isResting, (resting) => {
    if (resting) resetPage()
  })
  return { presence, resetVisit }
}
