import { onMounted, onScopeDispose, type Ref, ref, watch } from 'vue'
import type { FixtureId, RoomId } from '../../src/contract/ids.ts'
import { useShowroom } from '../app/showroom-store.ts'
import { RoomView } from '../room/room-view.ts'

/** Where the picture stands: `flat` means that there is none to be had here. */
export type PictureState = 'loading' | 'shown' | 'flat'

/** Late on a clear afternoon: the window gives its share, and lamps are still seen to light the room. */
const daylight = 0.12

/**
 * The 3D picture of the room chosen, on `canvas`, kept as the showroom says it is.
 */
export function useRoomView(canvas: Readonly<Ref<HTMLCanvasElement | null>>) {
  const showroom = useShowroom()
  const picture = ref<PictureState>('loading')
  let view: RoomView | null = null
  let loaded: RoomId | null = null

  async function load(room: RoomId): Promise<void> {
    if (view === null || loaded === room) return
    loaded = room
    picture.value = 'loading'
    try {
      await view.load(`/rooms/${room}/room.json`)
      if (loaded !== room) return
      show()
      picture.value = 'shown'
    } catch {
      // A room that is not baked, or not for this page: the controls do without its picture.
      if (loaded === room) picture.value = 'flat'
    }
  }

  function show(): void {
    view?.apply(showroom.fixtures, performance.now() + showroom.clockOffsetMs)
  }

  const resized = new ResizeObserver(() => {
    view?.resize()
    view?.setCovered(coveredBelow(canvas.value))
  })

  onMounted(() => {
    if (canvas.value === null) return
    try {
      view = new RoomView(canvas.value)
    } catch {
      picture.value = 'flat'
      return
    }
    view.setDaylight(daylight)
    resized.observe(canvas.value)
    const dock = dockOver(canvas.value)
    if (dock !== null) resized.observe(dock)
    if (showroom.room !== null) void load(showroom.room.id)
  })
  watch(
    () => showroom.room?.id,
    (room) => {
      if (room !== undefined) void load(room)
    },
  )
  watch(() => showroom.fixtures, show)
  watch(
    () => showroom.connected,
    (connected) => {
      // What could not be fetched while the showroom was away may be had now.
      if (!connected || picture.value !== 'flat' || showroom.room === null) return
      loaded = null
      void load(showroom.room.id)
    },
  )
  onScopeDispose(() => {
    resized.disconnect()
    view?.dispose()
    view = null
  })

  return {
    picture,
    /** The fixture that a touch on the canvas means; CSS pixels from its upper left corner. */
    pick: (x: number, y: number): FixtureId | null => view?.pick(x, y) ?? null,
    turn: (azimuth: number): void => view?.turn(azimuth),
  }
}

/** The dock stands beside the picture in landscape, and on it in portrait. */
function dockOver(canvas: HTMLCanvasElement): Element | null {
  return canvas.ownerDocument.querySelector('main')
}

/** How many CSS pixels of the picture the dock hides from below. */
function coveredBelow(canvas: HTMLCanvasElement | null): number {
  const dock = canvas === null ? null : dockOver(canvas)
  if (canvas === null || dock === null) return 0
  const picture = canvas.getBoundingClientRect()
  const hidden = dock.getBoundingClientRect()
  const beside = hidden.left > picture.left + picture.width / 2
  return beside ? 0 : Math.max(0, picture.bottom - hidden.top)
}
