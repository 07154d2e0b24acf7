import type { CDPSession, Page } from '@playwright/test'
import { seeded } from '../src/showroom/testing/seeded.ts'

const mostFingers = 10
const keys = ['Tab', 'Tab', 'Shift+Tab', 'Enter', 'Space', 'Escape', 'Home', 'End', 'PageUp', 'PageDown']
const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']
const touchable = 'button, a[href], input, select, [role="slider"], [role="switch"]'

interface Point {
  readonly x: number
  readonly y: number
}

/** Ten fingers and a keyboard that do anything anywhere; the same for the same seed, as far as the page is. */
export class Monkey {
  private readonly page: Page
  private readonly devtools: CDPSession
  private readonly random: () => number
  private readonly fingers = new Map<number, Point>()
  private size = { width: 0, height: 0 }
  /** How often it did something. */
  deeds = 0

  private constructor(page: Page, devtools: CDPSession, seed: number) {
    this.page = page
    this.devtools = devtools
    this.random = seeded(seed)
  }

  static async at(page: Page, seed: number): Promise<Monkey> {
    return new Monkey(page, await page.context().newCDPSession(page), seed)
  }

  /** Plays for so long, and lets go of everything. */
  async play(forMs: number): Promise<void> {
    this.size = await this.page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
    const endMs = performance.now() + forMs
    while (performance.now() < endMs) {
      await this.deed()
      this.deeds += 1
    }
    await this.letGo()
  }

  async letGo(): Promise<void> {
    if (this.fingers.size === 0) return
    this.fingers.clear()
    await this.devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }

  private async deed(): Promise<void> {
    const chance = this.random()
    if (chance < 0.35) await this.putDown()
    else if (chance < 0.65) await this.move()
    else if (chance < 0.85) await this.lift()
    else if (chance < 0.95) await this.page.keyboard.press(this.pick([...keys, ...arrows]))
    else if (chance < 0.98) await this.letGo()
    else await this.page.waitForTimeout(this.random() * 700) // A finger that is held, and eyes that look.
  }

  private async putDown(): Promise<void> {
    if (this.fingers.size >= mostFingers) return
    const free = Array.from({ length: mostFingers }, (_, id) => id).filter((id) => !this.fingers.has(id))
    this.fingers.set(this.pick(free), this.random() < 0.5 ? this.anywhere() : await this.something())
    await this.tell('touchStart')
  }

  private async move(): Promise<void> {
    if (this.fingers.size === 0) return
    const reach = this.random() < 0.5 ? 30 : 600
    for (const [id, { x, y }] of this.fingers) {
      const by = () => (this.random() - 0.5) * reach
      this.fingers.set(id, this.within({ x: x + by(), y: y + by() }))
    }
    await this.tell('touchMove')
  }

  private async lift(): Promise<void> {
    if (this.fingers.size === 0) return
    this.fingers.delete(this.pick([...this.fingers.keys()]))
    await this.tell('touchEnd')
  }

  /** The protocol is told of all fingers that are down. */
  private async tell(type: 'touchStart' | 'touchMove' | 'touchEnd'): Promise<void> {
    const touchPoints = [...this.fingers].map(([id, point]) => ({ id, ...point }))
    await this.devtools.send('Input.dispatchTouchEvent', { type, touchPoints })
  }

  private anywhere(): Point {
    return { x: this.random() * (this.size.width - 1), y: this.random() * (this.size.height - 1) }
  }

  /** The middle of something that can be touched. */
  private async something(): Promise<Point> {
    const middles = await this.page.evaluate((kinds) => {
      return [...document.querySelectorAll(kinds)].flatMap((element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        const middle = { x: x + width / 2, y: y + height / 2 }
        const top = document.elementFromPoint(middle.x, middle.y)
        return top !== null && element.contains(top) ? [middle] : []
      })
    }, touchable)
    return middles.length === 0 ? this.anywhere() : this.within(this.pick(middles))
  }

  private within({ x, y }: Point): Point {
    const { width, height } = this.size
    return { x: Math.min(width - 1, Math.max(0, x)), y: Math.min(height - 1, Math.max(0, y)) }
  }

  private pick<T>(list: readonly T[]): T {
    const chosen = list[Math.floor(this.random() * list.length)]
    if (chosen === undefined) throw new Error('There is nothing to choose from.')
    return chosen
  }
}
