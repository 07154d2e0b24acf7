import { onScopeDispose } from 'vue'
import { type Corner, CornerGesture, cornerAt } from './corner-gesture.ts'

/** How far a finger that is held may slip, CSS pixels. */
const slipPx = 24

/**
 * Watches the whole page for the hidden gesture, and for Ctrl+Alt+S, without taking a touch from anybody. What has been
 * held so far stands in `data-held-corner` of the page, which nobody sees.
 */
export function useStaffGesture(holdMs: () => number, open: () => void): void {
  const gesture = new CornerGesture()
  let timer: ReturnType<typeof setTimeout> | undefined
  let from = { x: 0, y: 0 }

  function down(event: PointerEvent): void {
    release()
    const size = { width: window.innerWidth, height: window.innerHeight }
    const corner = event.isPrimary ? cornerAt({ x: event.clientX, y: event.clientY }, size) : null
    if (corner === null) {
      forget()
      return
    }
    from = { x: event.clientX, y: event.clientY }
    timer = setTimeout(() => held(corner), holdMs())
  }

  function held(corner: Corner): void {
    document.documentElement.dataset.heldCorner = corner
    if (!gesture.held(corner, performance.now())) return
    delete document.documentElement.dataset.heldCorner
    open()
  }

  function forget(): void {
    gesture.forget()
    delete document.documentElement.dataset.heldCorner
  }

  function moved(event: PointerEvent): void {
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > slipPx) release()
  }

  function release(): void {
    clearTimeout(timer)
  }

  function pressed(event: KeyboardEvent): void {
    if (!event.ctrlKey || !event.altKey || event.code !== 'KeyS') return
    event.preventDefault()
    open()
  }

  const quietly = { capture: true, passive: true }
  window.addEventListener('pointerdown', down, quietly)
  window.addEventListener('pointermove', moved, quietly)
  window.addEventListener('pointerup', release, quietly)
  window.addEventListener('pointercancel', release, quietly)
  window.addEventListener('keydown', pressed)
  onScopeDispose(() => {
    release()
    window.removeEventListener('pointerdown', down, quietly)
    window.removeEventListener('pointermove', moved, quietly)
    window.removeEventListener('pointerup', release, quietly)
    window.removeEventListener('pointercancel', release, quietly)
    window.removeEventListener('keydown', pressed)
  })
}
