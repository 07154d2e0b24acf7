import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './kiosk-test.ts'
import { seriousFindings } from './screen.ts'
import { button, comeIn, setUp } from './staff-pages.ts'

// What a window can that a browser cannot: start as a whole, and end.
test.use({ lamping: 'bare', own: 'restart' })
test.describe.configure({ mode: 'serial' })

const managerPin = '482139'

/** What the shell was told to do; it stays for the next test. */
async function watched(app: ElectronApplication | null): Promise<() => Promise<string[]>> {
  if (app === null) throw new Error('this kiosk has no window')
  await app.evaluate(({ app: shell }) => {
    const done: string[] = []
    shell.relaunch = () => void done.push('relaunch')
    shell.quit = () => void done.push('quit')
    Reflect.set(globalThis, 'done', done)
  })
  return () => app.evaluate(() => Reflect.get(globalThis, 'done') as string[])
}

test('staff start the service anew: another process answers the same page', async ({ page, kiosk, shot }) => {
  test.setTimeout(150_000)
  await setUp(page, managerPin)
  await comeIn(page, managerPin)
  await button(page, 'Upkeep').click()
  expect(await seriousFindings(page)).toEqual([])
  await shot('staff-restart')
  const before = await kiosk.servicePid()
  await button(page, 'Start anew: The service').click()
  await expect(page.getByText('In some seconds everything works again.')).toBeVisible()
  await expect.poll(() => kiosk.servicePid().catch(() => before), { timeout: 30_000 }).not.toBe(before)
  await button(page, 'Close').click()
  await expect(() => comeIn(page, managerPin)).toPass({ timeout: 60_000 })
})

test('the whole kiosk is started anew, or left for the desktop once that was asked twice', async ({
  page,
  kiosk,
}) => {
  const done = await watched(kiosk.app)
  await button(page, 'Upkeep').click()
  await button(page, 'Start anew: The kiosk').click()
  await expect.poll(done).toEqual(['relaunch', 'quit'])
  await button(page, 'Close').click()
  await comeIn(page, managerPin)
  await button(page, 'Upkeep').click()
  await button(page, 'Leave to the desktop').click()
  await button(page, 'Yes, end the kiosk').click()
  await expect(page.getByText('Until somebody starts it again.')).toBeVisible()
  await expect.poll(done).toEqual(['relaunch', 'quit', 'quit'])
  await button(page, 'Close').click()
})
