import { describe, expect, it } from 'vitest'
import { fixtureId } from '../../src/contract/ids.ts'
import { type Gesture, type Grip, PictureTouch } from './picture-touch.ts'

// Four pixels a millimetre: 32 px are still a tap, and a drag of 400 px runs a lamp's whole range.
const scale = () => ({ pxPerMm: 4, pictureWidth: 1000, screenHeight: 1200 })
const pendant = fixtureId.parse('pendant')
const table = fixtureId.parse('table')
const grip = (change: Partial<Grip> = {}): Grip => ({
  fixture: pendant,
  level: 0.5,
  lowest: 0.01,
  dial: true,
  ...change,
})
const at = (x: number, y: number) => ({ x, y })
const levels = (gestures: readonly Gesture[]) =>
  gestures.map((gesture) => (gesture.kind === 'level' ? gesture.level : gesture.kind))

/** A finger on a lamp that has just begun to drag, at (100, 500). */
function dragging(change: Partial<Grip> = {}): PictureTouch {
  const touch = new PictureTouch(scale)
  touch.down(1, at(100, 460), grip(change))
  touch.moved(1, at(100, 500))
  return touch
}

describe('a finger on a lamp', () => {
  it('taps although it trembles', () => {
    const touch = new PictureTouch(scale)
    touch.down(1, at(100, 100), grip())
    expect(touch.moved(1, at(120, 88))).toEqual([])
    expect(touch.lifted(1, 0)).toEqual([{ kind: 'tap', fixture: pendant }])
  })

  it('dims from where the lamp stands, a third of the screen for the whole range', () => {
    const touch = dragging()
    expect(levels(touch.moved(1, at(100, 400)))).toEqual([0.75])
    expect(touch.dragged).toEqual([{ fixture: pendant, level: 0.75 }])
    expect(touch.lifted(1, 0)).toEqual([{ kind: 'level', fixture: pendant, level: 0.75, steady: false }])
  })

  it('never dims a lamp below its lowest, and turns round at once after running past an end', () => {
    const touch = dragging()
    expect(levels(touch.moved(1, at(100, 1100)))).toEqual([0.01])
    expect(levels(touch.moved(1, at(100, 1060)))[0]).toBeCloseTo(0.11)
    expect(levels(touch.moved(1, at(100, 100)))).toEqual([1])
    expect(levels(touch.moved(1, at(100, 140)))[0]).toBeCloseTo(0.9)
  })

  it('lights a lamp that is off only on the way up, from its lowest', () => {
    const touch = dragging({ level: 0 })
    expect(touch.moved(1, at(100, 900))).toEqual([])
    expect(levels(touch.moved(1, at(100, 896)))).toEqual([0.01])
    expect(levels(touch.moved(1, at(100, 860)))[0]).toBeCloseTo(0.1)
  })

  it('leaves a lamp alone that was off and never lit', () => {
    const touch = dragging({ level: 0 })
    touch.moved(1, at(100, 900))
    expect(touch.lifted(1, 0)).toEqual([])
  })

  it('turns the view when it goes sideways', () => {
    const touch = new PictureTouch(scale)
    touch.down(1, at(100, 100), grip())
    touch.moved(1, at(140, 100))
    const [gesture] = touch.moved(1, at(340, 100))
    expect(gesture).toMatchObject({ kind: 'turn', azimuth: expect.closeTo(-Math.PI / 10) })
    expect(touch.lifted(1, 0)).toEqual([])
  })

  it('opens the dial when held still, and is then neither tap nor drag', () => {
    const touch = new PictureTouch(scale)
    touch.down(1, at(100, 100), grip())
    expect(touch.held(1)).toEqual([{ kind: 'dial', fixture: pendant }])
    expect(touch.moved(1, at(100, 400))).toEqual([])
    expect(touch.lifted(1, 0)).toEqual([])
  })

  it('opens no dial once it moves, nor on a lamp without colours, which it still taps', () => {
    expect(dragging().held(1)).toEqual([])
    const touch = new PictureTouch(scale)
    touch.down(1, at(100, 100), grip({ dial: false }))
    expect(touch.held(1)).toEqual([])
    expect(touch.lifted(1, 900)).toEqual([{ kind: 'tap', fixture: pendant }])
  })

  it('taps what has no level, and turns the view when it drags there', () => {
    const touch = dragging({ level: null })
    expect(touch.moved(1, at(100, 400))).toMatchObject([{ kind: 'turn' }])
  })
})

describe('two fingers', () => {
  it('dim two lamps, each its own', () => {
    const touch = dragging()
    touch.down(2, at(600, 460), grip({ fixture: table, level: 0.2 }))
    touch.moved(2, at(600, 500))
    expect(levels(touch.moved(2, at(600, 460)))[0]).toBeCloseTo(0.3)
    expect(levels(touch.moved(1, at(100, 460)))[0]).toBeCloseTo(0.6)
    expect(touch.dragged).toHaveLength(2)
  })

  it('come closer beside the lamps, and neither taps nor jumps when one lifts', () => {
    const touch = new PictureTouch(scale)
    touch.down(1, at(100, 100), null)
    touch.down(2, at(300, 100), null)
    expect(touch.moved(2, at(350, 100))).toEqual([{ kind: 'closer', factor: 1.25 }])
    expect(touch.lifted(2, 0)).toEqual([])
    expect(touch.moved(1, at(500, 100))).toEqual([])
    expect(touch.lifted(1, 0)).toEqual([])
  })

  it('come closer although one of them fell on a lamp', () => {
    const touch = new PictureTouch(scale)
    touch.down(1, at(100, 100), grip())
    touch.down(2, at(300, 100), null)
    expect(touch.moved(1, at(200, 100))).toEqual([{ kind: 'closer', factor: 0.5 }])
  })

  it('do not take a lamp from each other', () => {
    const touch = dragging()
    touch.down(2, at(110, 500), grip())
    expect(touch.moved(2, at(110, 600))).toEqual([])
    expect(levels(touch.moved(1, at(100, 400)))).toEqual([0.75])
  })
})

describe('a finger that is taken away', () => {
  it('settles what it dragged, and the next one works as ever', () => {
    const touch = dragging()
    touch.moved(1, at(100, 400))
    expect(touch.cancelled(1)).toEqual([{ kind: 'level', fixture: pendant, level: 0.75, steady: false }])
    expect(touch.dragged).toEqual([])
    touch.down(1, at(100, 100), grip())
    expect(touch.lifted(1, 0)).toEqual([{ kind: 'tap', fixture: pendant }])
  })

  it('taps nothing', () => {
    const touch = new PictureTouch(scale)
    touch.down(1, at(100, 100), grip())
    expect(touch.cancelled(1)).toEqual([])
    expect(touch.lifted(1, 0)).toEqual([])
  })
})

describe('a double tap', () => {
  const tapAt = (touch: PictureTouch, x: number, ms: number) => {
    touch.down(1, at(x, 100), null)
    return touch.lifted(1, ms)
  }

  it('beside the lamps brings the view home', () => {
    const touch = new PictureTouch(scale)
    expect(tapAt(touch, 100, 0)).toEqual([])
    expect(tapAt(touch, 130, 250)).toEqual([{ kind: 'home' }])
    expect(tapAt(touch, 130, 400)).toEqual([])
  })

  it('is not one when the taps are apart in place or in time', () => {
    const touch = new PictureTouch(scale)
    expect(tapAt(touch, 100, 0)).toEqual([])
    expect(tapAt(touch, 300, 200)).toEqual([])
    expect(tapAt(touch, 300, 900)).toEqual([])
  })
})
