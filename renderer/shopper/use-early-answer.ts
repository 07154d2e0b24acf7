import { onScopeDispose, watch } from 'vue'
import { useShowroom } from '../app/showroom-store.ts'
import { useEarlyTouches } from './early-touch-store.ts'
import type { Point } from './picture-touch.ts'
import type { PictureState } from './use-room-view.ts'

interface Scene {
  readonly rest: 'attract' | 'closed' | null
  readonly picture: PictureState
  readonly stage: HTMLElement | null
  /** How long a touch waits for the picture. */
  readonly patienceMs: number
}

/**
 * Answers touches on the resting room that came before its picture was there, once it is: they land where the finger
 * was. Until then the room keeps the whole screen, since what is under the finger is told by how it was touched.
 */
export function useEarlyAnswer(scene: () => Scene, answer: (places: readonly Point[]) => void) {
  const showroom = useShowroom()
  const early = useEarlyTouches()
  let late: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(late))

  watch(
    () => early.places.length > 0,
    (waiting) => {
      clearTimeout(late)
      if (waiting) late = setTimeout(early.done, scene().patienceMs)
    },
    { immediate: true },
  )
  watch(
    () => {
      const { rest, picture, stage } = scene()
      if (early.places.length === 0 || showroom.snapshot === null || stage === null) return 'wait'
      if (rest === null) return 'forget'
      return picture === 'loading' ? 'wait' : 'answer'
    },
    (what) => {
      if (what === 'wait') return
      const box = scene().stage?.getBoundingClientRect()
      const [left, top] = [box?.left ?? 0, box?.top ?? 0]
      if (what === 'answer') answer(early.places.map(({ x, y }) => ({ x: x - left, y: y - top })))
      early.done()
    },
    { flush: 'post' },
  )

  /** A touch of now, if the picture cannot answer it yet. */
  function keep({ clientX, clientY }: PointerEvent): void {
    const { rest, picture } = scene()
    if (rest !== null && picture === 'loading') early.keep({ x: clientX, y: clientY })
  }
  return { keep }
}
