import { WebSocket } from 'ws'
import type { Kiosk } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'

interface Attempt {
  readonly token?: string
  readonly origin?: string
  readonly host?: string
  readonly path?: string
}

async function tokenOf(kiosk: Kiosk): Promise<string> {
  const token = await kiosk.page.locator('meta[name="showroom-token"]').getAttribute('content')
  if (token === null) throw new Error('the page has no token')
  return token
}

/** Whether the service lets a WebSocket in that says it is from there. */
async function isLetIn(kiosk: Kiosk, attempt: Attempt): Promise<boolean> {
  const address = new URL(
    `${attempt.path ?? 'contract'}?token=${attempt.token ?? (await tokenOf(kiosk))}`,
    kiosk.url ?? '',
  )
  const headers = { origin: attempt.origin ?? address.origin, host: attempt.host ?? address.host }
  address.protocol = 'ws:'
  const socket = new WebSocket(address, { headers })
  return new Promise((resolve) => {
    socket.once('open', () => {
      socket.terminate()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

test('the page itself is let in', async ({ kiosk }) => {
  expect(await isLetIn(kiosk, {})).toBe(true)
})

const strangers: Record<string, Attempt> = {
  'another origin': { origin: 'https://example.com' },
  'no origin': { origin: 'null' },
  'a name that was rebound to this machine': { host: 'example.com' },
  'no token': { token: '' },
  'a guessed token': { token: 'A'.repeat(32) },
  'another path': { path: 'other' },
}
for (const [who, attempt] of Object.entries(strangers)) {
  test(`refused: ${who}`, async ({ kiosk }) => {
    expect(await isLetIn(kiosk, attempt)).toBe(false)
  })
}

test('the page is not served to a name that was rebound to this machine', async ({ kiosk, page }) => {
  const answer = await page.request.get(kiosk.url ?? '', { headers: { host: 'example.com' } })
  expect(answer.status()).toBe(421)
})
