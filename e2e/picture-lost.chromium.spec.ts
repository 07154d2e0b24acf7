import { expect, test } from './kiosk-test.ts'
import { onPicture, pictureIsShown } from './picture.ts'
import { tile } from './screen.ts'

test.use({ picture: '3d' })
test.setTimeout(240_000)

/** How bright the middle of the canvas is, as the page sees it: 0 when nothing is drawn. */
const brightness = `(async () => {
  const canvas = document.querySelector('canvas')
  const small = new OffscreenCanvas(16, 16)
  const pen = small.getContext('2d')
  await new Promise((drawn) => requestAnimationFrame(drawn))
  const picture = await createImageBitmap(canvas)
  pen.drawImage(picture, 0, 0, 16, 16)
  return pen.getImageData(0, 0, 16, 16).data.reduce((sum, value, i) => sum + (i % 4 < 3 ? value : 0), 0)
})()`

const lost = "document.querySelector('canvas').getContext('webgl2').isContextLost()"

test('a picture whose graphics are lost comes back by itself, and a touch on it works', async ({
  page,
  lamps,
}) => {
  await pictureIsShown(page)
  await tile(page, 'Bright day').click()
  await expect.poll(async () => (await lamps.state('table-lamp')).brightness).toBeCloseTo(0.8, 1)
  await page.evaluate(() => {
    const gl = document.querySelector('canvas')?.getContext('webgl2')
    const loss = gl?.getExtension('WEBGL_lose_context')
    if (gl === null || gl === undefined || !loss) throw new Error('the graphics cannot be lost here')
    Reflect.set(window, 'loss', loss)
    loss.loseContext()
  })
  await expect.poll(() => page.evaluate<boolean>(lost)).toBe(true)
  await page.evaluate(() => Reflect.get(window, 'loss').restoreContext())
  // Something is drawn again once the room has been brought back: a touch shows that it is the room.
  await expect.poll(() => page.evaluate<number>(brightness)).toBeGreaterThan(10_000)
  const { x, y } = await onPicture(page, 'table-lamp')
  await page.mouse.click(x, y)
  await expect.poll(async () => (await lamps.state('table-lamp')).on).toBe(false)
})
