import { onScopeDispose, type Ref, ref, watch } from 'vue'
import type { Point } from '../shopper/picture-touch.ts'
import { handOver } from './early-touches.ts'

/** Until the last words to whoever leaves have been read, and the lamps are back. */
const afterMs = 5_000

/**
 * Loads the page anew when a visit to it is over. What a browser keeps of a page that goes on (elements that were
 * taken away, texts of styles, what libraries remember) nobody can clear by hand; with the document all of it goes.
 *
 * Who touches the screen meanwhile loses nothing: up to the last moment the load is given up for them, a finger that is
 * down when the page leaves is handed over, and the page that comes keeps touches before it does anything else.
 * Returns whether nobody has used this page yet.
 */
export function useFreshPage(isUsed: boolean, nobodyIsHere: () => boolean): Readonly<Ref<boolean>> {
  const fresh = ref(!isUsed)
  const fingers = new Map<number, Point>()
  let leaving: ReturnType<typeof setTimeout> | undefined
  let isLoading = false

  function load(): void {
    isLoading = true
    window.location.reload()
  }

  /** Whatever calls this is a reason to stay: a touch, or that somebody turns out to be here. */
  function leaveSoon(): void {
    clearTimeout(leaving)
    // Also when the new page has been asked for already: until it is here, this one goes on.
    if (isLoading) window.stop()
    isLoading = false
    if (nobodyIsHere() && !fresh.value) leaving = setTimeout(load, afterMs)
  }

  function used(event: Event): void {
    fresh.value = false
    if (event instanceof PointerEvent) fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    leaveSoon()
  }

  function lifted(event: PointerEvent): void {
    fingers.delete(event.pointerId)
  }

  function left(): void {
    const [finger] = fingers.values()
    if (finger !== undefined) handOver(finger)
  }

  const signs = ['pointerdown', 'keydown'] as const
  const ends = ['pointerup', 'pointercancel'] as const
  for (const sign of signs) window.addEventListener(sign, used, { capture: true, passive: true })
  for (const end of ends) window.addEventListener(end, lifted, { capture: true, passive: true })
  window.addEventListener('pagehide', left)
  watch(nobodyIsHere, leaveSoon)
  onScopeDispose(() => {
    clearTimeout(leaving)
    for (const sign of signs) window.removeEventListener(sign, used, { capture: true })
    for (const end of ends) window.removeEventListener(end, lifted, { capture: true })
    window.removeEventListener('pagehide', left)
  })
  return fresh
}
