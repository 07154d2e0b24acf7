import { onScopeDispose, watch } from 'vue'
import { composedLook } from '../room/gaze.ts'
import { driftLook, driftStepMs } from './drift.ts'
import type { useRoomView } from './use-room-view.ts'

/** Lets the view wander while `drifts` says so, a few times a second; never for somebody who likes things still. */
export function useDrift(
  view: ReturnType<typeof useRoomView>,
  drifts: () => boolean,
  stepped: () => void,
): void {
  let timer: ReturnType<typeof setInterval> | undefined

  function stop(): void {
    clearInterval(timer)
    timer = undefined
  }

  function start(): void {
    const startMs = performance.now()
    timer = setInterval(() => {
      view.follow(driftLook(performance.now() - startMs))
      stepped()
    }, driftStepMs)
  }

  watch(
    drifts,
    (now) => {
      if (now && timer === undefined && !view.likesThingsStill()) start()
      if (now || timer === undefined) return
      stop()
      view.glide(composedLook)
    },
    { immediate: true },
  )
  onScopeDispose(stop)
}
