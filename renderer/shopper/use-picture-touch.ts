import { computed, onScopeDispose, type Ref, ref } from 'vue'
import type { FixtureState } from '../../src/contract/fixture-state.ts'
import type { FixtureId } from '../../src/contract/ids.ts'
import type { PageSettings } from '../app/settings.ts'
import { useShowroom } from '../app/showroom-store.ts'
import { composedLook } from '../room/gaze.ts'
import { useDial } from './dial-store.ts'
import { lampColour } from './lamp-colour.ts'
import { type Gesture, PictureTouch, type Point } from './picture-touch.ts'
import { fingerRadiusPx, pxPerMm } from './screen-scale.ts'
import { gripOf, levelIntent, touchIntent } from './touch-intent.ts'
import type { useRoomView } from './use-room-view.ts'

/** A ring that shows the level of what is dragged. CSS pixels on the picture. */
interface Ring extends Point {
  readonly id: FixtureId
  readonly level: number
  readonly colour: string
}

const neutral = '#a9cbe2'

/** Fingers, mice and pens on the picture: what they mean for lamps and for the view. */
export function usePictureTouch(
  canvas: Readonly<Ref<HTMLCanvasElement | null>>,
  view: ReturnType<typeof useRoomView>,
  settings: () => PageSettings,
  disabled: () => boolean,
) {
  const showroom = useShowroom()
  const dial = useDial()
  const dragged = ref<PictureTouch['dragged']>([])
  const holds = new Map<number, ReturnType<typeof setTimeout>>()
  const touch = new PictureTouch(() => ({
    pxPerMm: pxPerMm(window.screen, settings().screenInches),
    pictureWidth: canvas.value?.clientWidth ?? 1,
    screenHeight: window.innerHeight,
  }))
  onScopeDispose(() => {
    for (const timer of holds.values()) clearTimeout(timer)
  })

  const pointOf = (event: PointerEvent): Point => ({ x: event.offsetX, y: event.offsetY })

  function fixtureAt({ x, y }: Point): FixtureState | null {
    const id = view.pick(x, y, fingerRadiusPx(window.screen, settings().screenInches))
    return showroom.fixtures.find((fixture) => fixture.id === id) ?? null
  }

  function down(event: PointerEvent): void {
    if (disabled() || (event.pointerType === 'mouse' && event.button !== 0)) return
    canvas.value?.setPointerCapture(event.pointerId)
    const at = pointOf(event)
    const fixture = fixtureAt(at)
    touch.down(event.pointerId, at, fixture === null ? null : gripOf(fixture))
    const hold = () => act(touch.held(event.pointerId))
    // A move that came before comes with the next frame: it must have its say first.
    const after = setTimeout(() => requestAnimationFrame(hold), settings().longPressMs)
    holds.set(event.pointerId, after)
  }

  function move(event: PointerEvent): void {
    act(touch.moved(event.pointerId, pointOf(event)))
  }

  function up(event: PointerEvent): void {
    letGo(event.pointerId)
    act(touch.lifted(event.pointerId, event.timeStamp))
  }

  function cancel(event: PointerEvent): void {
    letGo(event.pointerId)
    act(touch.cancelled(event.pointerId))
  }

  function letGo(pointer: number): void {
    clearTimeout(holds.get(pointer))
    holds.delete(pointer)
  }

  function act(gestures: readonly Gesture[]): void {
    for (const gesture of gestures) perform(gesture)
    dragged.value = touch.dragged
  }

  function perform(gesture: Gesture): void {
    const look = view.look()
    switch (gesture.kind) {
      case 'tap':
        ask(gesture.fixture, touchIntent)
        break
      case 'level':
        ask(gesture.fixture, (fixture) => levelIntent(fixture, gesture.level, gesture.steady))
        break
      case 'dial':
        dial.open(gesture.fixture)
        break
      case 'turn':
        view.follow({
          ...look,
          azimuth: look.azimuth + gesture.azimuth,
          tilt: look.tilt + gesture.tilt,
        })
        break
      case 'closer':
        view.follow({ ...look, closer: look.closer * gesture.factor })
        break
      case 'home':
        view.glide(composedLook)
        break
    }
  }

  /** Touches that came and went before the picture was there; several on one fixture are one wish. */
  function tap(places: readonly Point[]): void {
    for (const id of new Set(places.map((at) => fixtureAt(at)?.id ?? null)))
      if (id !== null) ask(id, touchIntent)
  }

  function ask(id: FixtureId, intentFor: (fixture: FixtureState) => ReturnType<typeof touchIntent>): void {
    const fixture = showroom.fixtures.find((candidate) => candidate.id === id)
    const intent = fixture === undefined ? null : intentFor(fixture)
    if (intent !== null) showroom.ask(intent)
  }

  const rings = computed<Ring[]>(() =>
    dragged.value.flatMap(({ fixture: id, level }) => {
      const place = view.project(id)
      const fixture = showroom.fixtures.find((candidate) => candidate.id === id)
      if (place === null || fixture === undefined) return []
      return [
        {
          id,
          level,
          x: place.x,
          y: place.y,
          colour: fixture.kind === 'light' ? lampColour(fixture) : neutral,
        },
      ]
    }),
  )
  return { rings, tap, down, move, up, cancel }
}
