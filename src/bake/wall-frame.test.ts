import { expect, test } from 'vitest'
import { wallName } from '../showroom/room-plan.ts'
import { onWall, wallFrame } from './wall-frame.ts'

const size = { width: 4, depth: 6, height: 2.5 }

test.each(wallName.options)('the %s wall is measured from its left end, and faces the room', (name) => {
  const frame = wallFrame(size, name)
  const [left, further, inFront] = [
    onWall(frame, 0.5, 1),
    onWall(frame, 1.5, 1),
    onWall(frame, 0.5, 1, 1),
  ] as const
  // A metre in front of it is a metre nearer to the middle, and still in the room.
  const towards = [inFront[0] - left[0], inFront[2] - left[2]] as const
  expect(Math.abs(inFront[0])).toBeLessThan(size.width / 2)
  expect(Math.abs(inFront[2])).toBeLessThan(size.depth / 2)
  expect(Math.hypot(...towards)).toBeCloseTo(1)
  // Who faces the wall looks against `towards`; further along is to the right: across x up.
  const right = [towards[1], -towards[0]] as const
  expect(further[0] - left[0]).toBeCloseTo(right[0])
  expect(further[2] - left[2]).toBeCloseTo(right[1])
  // A piece that faces z is turned to face the room.
  expect(Math.sin(frame.turn)).toBeCloseTo(towards[0])
  expect(Math.cos(frame.turn)).toBeCloseTo(towards[1])
  expect(frame.length).toBe(name === 'back' || name === 'front' ? 4 : 6)
})
