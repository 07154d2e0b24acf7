import { inject, onMounted, onScopeDispose, type Ref, ref, watch } from 'vue'
import type { FixtureId } from '../../src/contract/ids.ts'
import type { RoomCard } from '../../src/contract/showroom-state.ts'
import { useAccess } from '../access/access-store.ts'
import { pageSettings, usualSettings } from '../app/settings.ts'
import { useShowroom } from '../app/showroom-store.ts'
import { composedLook, type Look } from '../room/gaze.ts'
import type { ScreenPlace } from '../room/room-camera.ts'
import type { RoomView } from '../room/room-view.ts'
import { useDaylight } from './daylight-store.ts'

/** The folder under /rooms/ that a room's picture and photographs are made of. */
export function filesOf(room: Pick<RoomCard, 'id' | 'baked'>): string {
  return room.baked ?? room.id
}

/** Asked before the engine, which is most of the page's code, is loaded in vain, and complains. */
function hasGraphics(): boolean {
  const graphics = document.createElement('canvas').getContext('webgl2')
  graphics?.getExtension('WEBGL_lose_context')?.loseContext()
  return graphics !== null
}

/** Where the picture stands: `flat` means that there is none to be had here. */
export type PictureState = 'loading' | 'shown' | 'flat'

/** Until something no longer holds. */
function ended(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = watch(holds, (still) => {
      if (still) return
      stop()
      resolve()
    })
  })
}

/**
 * The 3D picture of the room chosen, on `canvas`, kept as the showroom says it is. While something covers all of it, it is
 * not drawn.
 */
export function useRoomView(
  canvas: Readonly<Ref<HTMLCanvasElement | null>>,
  isCovered: () => boolean = () => false,
) {
  const { framesPerSecond } = inject(pageSettings, usualSettings)
  const showroom = useShowroom()
  const daylight = useDaylight()
  const access = useAccess()
  const picture = ref<PictureState>('loading')
  let view: RoomView | null = null
  let loaded: string | null = null
  let stopped = false

  /** `room` is where its files lie: its id, or what a playlist brought along. */
  async function load(room: string): Promise<void> {
    if (view === null || loaded === room) return
    loaded = room
    picture.value = 'loading'
    try {
      await view.load(`/rooms/${room}/room.json`)
      if (loaded !== room || view === null) return
      show()
      await firstFrame()
      if (loaded === room) picture.value = 'shown'
    } catch {
      // A room that is not baked, or not for this page: the controls do without its picture.
      if (loaded === room) picture.value = 'flat'
    }
  }

  /** While the graphics are lost a photograph has to do. */
  function lost(): void {
    if (picture.value === 'shown') picture.value = 'loading'
  }

  async function restored(): Promise<void> {
    if (picture.value !== 'loading' || loaded === null) return
    await firstFrame()
    if (view !== null) picture.value = 'shown'
  }

  /** Resolves when the room just loaded has been drawn, so that what fades in is the room. */
  async function firstFrame(): Promise<void> {
    const before = view?.frames
    while (view !== null && view.frames === before) {
      if (isCovered()) await ended(isCovered)
      else await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  }

  function show(): void {
    view?.apply(showroom.fixtures, performance.now() + showroom.clockOffsetMs)
  }

  const resized = new ResizeObserver(() => view?.resize())

  /** The engine is most of the page's code: the dock does not wait for it. */
  async function start(on: HTMLCanvasElement): Promise<void> {
    if (!hasGraphics()) {
      picture.value = 'flat'
      return
    }
    try {
      const engine = await import('../room/room-view.ts')
      if (stopped) return
      view = new engine.RoomView(on, { framesPerSecond })
    } catch {
      picture.value = 'flat'
      return
    }
    on.addEventListener('webglcontextlost', lost)
    on.addEventListener('webglcontextrestored', restored)
    view.cover(isCovered())
    view.setHour(daylight.hour)
    resized.observe(on)
    if (showroom.room !== null) void load(filesOf(showroom.room))
  }

  onMounted(() => {
    if (canvas.value !== null) void start(canvas.value)
  })
  watch(
    () => (showroom.room === null ? null : filesOf(showroom.room)),
    (room) => {
      if (room !== null) void load(room)
    },
  )
  watch(isCovered, (covered) => view?.cover(covered))
  watch(() => showroom.fixtures, show)
  watch(
    () => daylight.hour,
    (hour) => view?.setHour(hour),
  )
  watch(
    () => showroom.connected,
    (connected) => {
      // What could not be fetched while the showroom was away may be had now.
      if (!connected || picture.value !== 'flat' || showroom.room === null) return
      loaded = null
      void load(filesOf(showroom.room))
    },
  )
  onScopeDispose(() => {
    stopped = true
    resized.disconnect()
    canvas.value?.removeEventListener('webglcontextlost', lost)
    canvas.value?.removeEventListener('webglcontextrestored', restored)
    view?.dispose()
    view = null
  })

  return {
    picture,
    likesThingsStill: (): boolean => access.still,
    /** The fixture that a touch on the canvas means; CSS pixels from its upper left corner. */
    pick: (x: number, y: number, fingerRadius: number): FixtureId | null =>
      view?.pick(x, y, fingerRadius) ?? null,
    /** Where a fixture is on the canvas, if it is. */
    project: (id: FixtureId): ScreenPlace | null => view?.project(id) ?? null,
    /** Where the view is, or is heading. */
    look: (): Look => view?.look ?? composedLook,
    follow: (look: Look): void => view?.follow(look),
    glide: (look: Look): void => view?.glide(look, access.still),
  }
}
