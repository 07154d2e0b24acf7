import { describe, expect, it } from 'vitest'
import { PictureTouch } from './picture-touch.ts'

describe('a finger on the picture', () => {
  it('taps although it trembles', () => {
    const touch = new PictureTouch({ x: 100, y: 100 }, 0, 1000)
    expect(touch.moved({ x: 110, y: 95 })).toBeNull()
    expect(touch.lifted()).toEqual({ x: 100, y: 100 })
  })

  it('turns the view when it goes sideways, from where it was, and is then no tap', () => {
    const touch = new PictureTouch({ x: 100, y: 100 }, 0.2, 1000)
    expect(touch.moved({ x: 300, y: 100 })).toBeCloseTo(0.2 - 0.2 * (Math.PI / 2))
    expect(touch.moved({ x: 100, y: 100 })).toBeCloseTo(0.2)
    expect(touch.lifted()).toBeNull()
  })

  it('turns the view only so far', () => {
    const touch = new PictureTouch({ x: 0, y: 0 }, 0, 100)
    expect(touch.moved({ x: 900, y: 0 })).toBeCloseTo(-0.61, 2)
  })
})
