import type { Page } from '@playwright/test'
import { RoomCamera } from '../renderer/room/room-camera.ts'
import type { Point } from '../renderer/shopper/picture-touch.ts'
import type { BakedRoom } from '../src/light/baked-room.ts'
import type { Size } from './kiosk.ts'

/** Where on the page the picture of the living room shows a fixture, from its composed place; CSS pixels. */
export async function onPicture(page: Page, fixture: string): Promise<Point> {
  const box = await page.locator('canvas').boundingBox()
  if (box === null) throw new Error('There is no picture.')
  return placeIn(page, box, fixture)
}

/** The same where the picture has the whole screen, or is going to: a room that rests. */
export async function onWholeScreen(page: Page, fixture: string): Promise<Point> {
  const size = page.viewportSize()
  if (size === null) throw new Error('The screen has no size.')
  return placeIn(page, { x: 0, y: 0, ...size }, fixture)
}

async function placeIn(page: Page, box: Point & Size, fixture: string): Promise<Point> {
  const room: BakedRoom = await page.evaluate(async () =>
    (await fetch('/rooms/living-room/room.json')).json(),
  )
  const found = room.fixtures.find(({ id }) => id === fixture)
  if (found === undefined) throw new Error(`The picture does not show "${fixture}".`)
  const camera = new RoomCamera(room)
  camera.resize(box.width, box.height)
  camera.place(0)
  const { x, y } = camera.placeOf(found)
  return { x: box.x + x, y: box.y + y }
}

/** Takes the graphics from the page, as a driver that crashes does, until they are given back. */
export async function loseGraphics(page: Page): Promise<void> {
  await page.evaluate(() => {
    const loss = document.querySelector('canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context')
    if (!loss) throw new Error('the graphics cannot be lost here')
    Reflect.set(window, 'loss', loss)
    loss.loseContext()
  })
}

export async function giveGraphicsBack(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.get(window, 'loss').restoreContext())
}

/** Waits until the room can be seen. */
export async function pictureIsShown(page: Page): Promise<void> {
  await page.locator('canvas.shown').waitFor()
}
