import type { Page } from '@playwright/test'

/** A finger that comes down and is lifted, in CSS pixels. */
export async function touchAt(page: Page, at: { readonly x: number; readonly y: number }): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await devtools.detach()
}
