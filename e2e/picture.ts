import type { Page } from '@playwright/test'
import { RoomCamera } from '../renderer/room/room-camera.ts'
import type { Point } from '../renderer/shopper/picture-touch.ts'
import type { BakedRoom } from '../src/light/baked-room.ts'

/** Where on the page the picture of the living room shows a fixture, from its composed place; CSS pixels. */
export async function onPicture(page: Page, fixture: string): Promise<Point> {
  const room: BakedRoom = await page.evaluate(async () =>
    (await fetch('/rooms/living-room/room.json')).json(),
  )
  const found = room.fixtures.find(({ id }) => id === fixture)
  const box = await page.locator('canvas').boundingBox()
  if (found === undefined || box === null) throw new Error(`The picture does not show "${fixture}".`)
  const camera = new RoomCamera(room)
  camera.resize(box.width, box.height)
  camera.place(0)
  const { x, y } = camera.placeOf(found)
  return { x: box.x + x, y: box.y + y }
}

/** Waits until the room can be seen. */
export async function pictureIsShown(page: Page): Promise<void> {
  await page.locator('canvas.shown').waitFor()
}
