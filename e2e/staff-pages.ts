import { expect, type Locator, type Page } from '@playwright/test'
import type { DongleProgram } from '../src/zigbee/testing/dongle-program.ts'

/** What staff touch. */
export function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('dialog').getByRole('button', { name, exact: typeof name === 'string' })
}

/**
 * Touches keys one after the other, each where it is by then. The first one is waited for until it stands still; so do the
 * others, which are beside it.
 */
export async function touchKeys(page: Page, keys: Locator, names: Iterable<string>): Promise<void> {
  let stands = false
  for (const name of names) {
    const key = keys.and(page.getByRole('button', { name, exact: true }))
    if (!stands) await key.hover()
    stands = true
    const box = await key.boundingBox()
    if (box === null) throw new Error(`there is no key "${name}"`)
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  }
}

/** A PIN on the pad, wherever its digits stand now. */
export async function enterPin(page: Page, pin: string): Promise<void> {
  const keys = page.getByRole('dialog').getByRole('group', { name: 'Digits' }).getByRole('button')
  await touchKeys(page, keys, [...pin, 'Done'])
}

/** The guide as far as a manager's PIN: the rest is said later. */
export async function setUp(page: Page, pin: string): Promise<void> {
  await button(page, 'Next').click({ timeout: 60_000 })
  for (let time = 0; time < 2; time++) await enterPin(page, pin)
  await button(page, 'Later').click()
  await page.getByLabel('Name of the store').waitFor()
  await button(page, 'Close').click()
}

/** The digits as they stand on the pad. */
export async function digits(page: Page): Promise<string> {
  const keys = await page.getByRole('group', { name: 'Digits' }).getByRole('button').allTextContents()
  return keys.map((key) => key.trim()).join('')
}

interface Finger {
  readonly x: number
  readonly y: number
}

/** A true finger, not a mouse: it may scroll, be held, and lie beside another. */
export class Hand {
  private readonly send: (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Finger[]) => Promise<unknown>

  private constructor(send: Hand['send']) {
    this.send = send
  }

  static async over(page: Page): Promise<Hand> {
    const devtools = await page.context().newCDPSession(page)
    return new Hand((type, touchPoints) =>
      devtools.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: touchPoints.map((at, id) => ({ ...at, id })),
      }),
    )
  }

  async down(...fingers: Finger[]): Promise<void> {
    await this.send('touchStart', fingers)
  }

  async move(...fingers: Finger[]): Promise<void> {
    await this.send('touchMove', fingers)
  }

  async up(): Promise<void> {
    await this.send('touchEnd', [])
  }

  async tap(at: Finger): Promise<void> {
    await this.down(at)
    await this.up()
  }
}

/** The two corners of the hidden way in, of the screen as it stands. */
export async function corners(page: Page): Promise<{ first: Finger; second: Finger; middle: Finger }> {
  const { width, height } = await page.evaluate(() => ({
    width: window.innerWidth,
    height: window.innerHeight,
  }))
  return {
    first: { x: 12, y: 12 },
    second: { x: width - 12, y: height - 12 },
    middle: { x: width / 2, y: height / 3 },
  }
}

/** Holds the first corner until it is noticed. */
export async function holdFirst(page: Page, hand: Hand): Promise<void> {
  const { first } = await corners(page)
  await hand.down(first)
  await page.locator('html[data-held-corner="top-left"]').waitFor()
  await hand.up()
}

/** The hidden way in: one corner held, then the opposite one. */
export async function holdCorners(page: Page, hand: Hand): Promise<void> {
  const { second } = await corners(page)
  // On a busy machine the second corner may be held too late: then once more, as anybody would.
  await expect(async () => {
    await holdFirst(page, hand)
    await hand.down(second)
    await page
      .getByRole('dialog')
      .waitFor({ timeout: 6_000 })
      .finally(() => hand.up())
  }).toPass({ timeout: 60_000 })
}

/** To the pad by the key combination. */
export async function knock(page: Page): Promise<void> {
  const pad = page.getByRole('group', { name: 'Digits' })
  // A page that nobody has used any more may just be going when the keys come: then once more, as anybody would.
  await expect(async () => {
    if (!(await pad.isVisible())) await page.keyboard.press('Control+Alt+KeyS')
    await pad.waitFor({ timeout: 5_000 })
  }).toPass()
}

/** In by the key combination, which is quicker than a hand. */
export async function signIn(page: Page, pin: string): Promise<void> {
  await knock(page)
  await page.keyboard.type(pin)
  await expect(page.getByRole('status', { name: `Digits entered: ${pin.length}` })).toBeVisible()
  await page.keyboard.press('Enter')
  await button(page, 'Add a device').waitFor()
}

/** In by touch alone. */
export async function comeIn(page: Page, pin: string): Promise<void> {
  await holdCorners(page, await Hand.over(page))
  await enterPin(page, pin)
  await button(page, 'Add a device').waitFor()
}

/** Fills in a line on the screen's own keyboard; `within` says which of two that are called the same. */
export async function write(page: Page, label: string, text: string, within?: Locator): Promise<void> {
  const line = (within ?? page).getByLabel(label, { exact: true })
  const keyboard = page.getByRole('region', { name: 'Keyboard' })
  await line.click()
  const capitals = keyboard.getByRole('button', { name: 'Capitals' })
  for (const part of text.match(/[A-Z]|[^A-Z]+/g) ?? []) {
    const isCapital = /[A-Z]/.test(part)
    if (((await capitals.getAttribute('aria-pressed')) === 'true') !== isCapital) await capitals.click()
    await touchKeys(page, keyboard.getByRole('button'), part)
  }
}

/** Fills in a number: the keyboard has digits only. */
export async function writeNumber(page: Page, label: string, number: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click()
  await touchKeys(page, page.getByRole('region', { name: 'Keyboard' }).getByRole('button'), number)
}

/** The stick of a bare kiosk. */
export function stick(dongle: DongleProgram | null): DongleProgram {
  if (dongle === null) throw new Error('this kiosk is not bare')
  return dongle
}

/** Drags the device on the page to where `place` is. */
export async function dragTo(page: Page, hand: Hand, place: Locator): Promise<void> {
  const [from, at] = [await page.getByTestId('drag').boundingBox(), await place.boundingBox()]
  if (from === null || at === null) throw new Error('it is not on the screen')
  await hand.down({ x: from.x + 40, y: from.y + 30 })
  await hand.move({ x: at.x + at.width / 2, y: at.y - 20 })
  await hand.move({ x: at.x + at.width / 2, y: at.y + at.height / 2 })
  await hand.up()
}
