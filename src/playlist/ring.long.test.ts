import { describe, expect, test } from 'vitest'
import { WallClock } from '../showroom/wall-clock.ts'
import { evaluate } from './evaluate.ts'
import { offer, someKiosk } from './testing/offers.ts'

const wall = new WallClock('Europe/Stockholm')
const noon = Date.parse('2026-11-21T12:00+01:00')

describe('the ring', () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `kiosk-${index}`)
  const ringOf = (ring: number, name = 'x') => {
    const offers = [offer(name, '', { ring })]
    return (id: string) => evaluate(offers, { ...someKiosk, id }, wall, noon).plays !== null
  }

  test.each([1, 5, 10, 25, 50, 90])(
    'of %i in a hundred is right within 1.5 points, for 10,000 kiosks',
    (ring) => {
      for (const name of ['x', 'winter-evenings']) {
        const share = ids.filter(ringOf(ring, name)).length / 100
        expect(Math.abs(share - ring)).toBeLessThan(1.5)
      }
    },
  )
  test('who is in a ring stays in the larger ones', () => {
    const rings = [1, 10, 50, 100].map((ring) => ringOf(ring))
    const nobody = ringOf(0)
    for (const id of ids) {
      const inside = rings.map((isIn) => isIn(id))
      expect(inside).toEqual(inside.toSorted())
      expect(inside.at(-1)).toBe(true)
      expect(nobody(id)).toBe(false)
    }
  })
  test('is another for another playlist', () => {
    const [inX, inY] = [ringOf(10, 'x'), ringOf(10, 'y')]
    const both = ids.filter((id) => inX(id) && inY(id)).length
    expect(both).toBeGreaterThan(60)
    expect(both).toBeLessThan(140)
  })
})
