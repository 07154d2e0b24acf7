import { ref } from 'vue'

/** A finger that has moved this far means to drag, CSS pixels; less is a tap. */
const dragPx = 10

export interface DragLevelParts {
  /** Where the level stands, and its limits. */
  readonly level: () => number
  readonly min: number
  readonly max: number
  /** So far a finger goes from one limit to the other, CSS pixels. */
  readonly width: number
  readonly moved: (level: number) => void
  readonly settled: (level: number) => void
}

/**
 * A surface on which a tap is a tap, and a drag along the line moves a level from where it stands: forward is
 * the direction in which one reads. `wasDrag` tells the click that follows a drag from a tap.
 */
export function useDragLevel(parts: () => DragLevelParts | null) {
  const dragging = ref(false)
  let finger: { id: number; x: number; from: number; level: number } | null = null
  let justDragged = false

  function down(event: PointerEvent): void {
    const now = parts()
    justDragged = false
    if (now === null || finger !== null || (event.pointerType === 'mouse' && event.button !== 0)) return
    finger = { id: event.pointerId, x: event.clientX, from: now.level(), level: now.level() }
  }

  function move(event: PointerEvent): void {
    const now = parts()
    const surface = event.currentTarget
    if (now === null || event.pointerId !== finger?.id || !(surface instanceof HTMLElement)) return
    const onward = getComputedStyle(surface).direction === 'rtl' ? -1 : 1
    const way = (event.clientX - finger.x) * onward
    if (!dragging.value && Math.abs(way) < dragPx) return
    if (!dragging.value) {
      dragging.value = true
      surface.setPointerCapture(event.pointerId)
    }
    const level = finger.from + (way / now.width) * (now.max - now.min)
    finger.level = Math.round(Math.min(now.max, Math.max(now.min, level)))
    now.moved(finger.level)
  }

  function up(event: PointerEvent): void {
    if (event.pointerId !== finger?.id) return
    if (dragging.value) {
      justDragged = event.type === 'pointerup'
      parts()?.settled(finger.level)
    }
    finger = null
    dragging.value = false
  }

  function wasDrag(): boolean {
    const was = justDragged
    justDragged = false
    return was
  }

  return { dragging, down, move, up, wasDrag }
}
