import { expect, test } from 'vitest'
import { CornerGesture, cornerAt } from './corner-gesture.ts'

const screen = { width: 1080, height: 1920 }

test('two opposite corners lead in, the others and the middle do not', () => {
  expect(cornerAt({ x: 20, y: 30 }, screen)).toBe('top-left')
  expect(cornerAt({ x: 1070, y: 1900 }, screen)).toBe('bottom-right')
  for (const [x, y] of [
    [1070, 20],
    [20, 1900],
    [540, 960],
  ] as const)
    expect(cornerAt({ x, y }, screen)).toBeNull()
})

test('one corner after the other opens, in whichever order, not the same one twice', () => {
  const gesture = new CornerGesture()
  expect(gesture.held('top-left', 0)).toBe(false)
  expect(gesture.held('top-left', 1000)).toBe(false)
  expect(gesture.held('bottom-right', 3000)).toBe(true)
  expect(gesture.held('top-left', 4000)).toBe(false)
  expect(gesture.held('bottom-right', 4500)).toBe(true)
})

test('a corner that was held long ago is forgotten', () => {
  const gesture = new CornerGesture()
  gesture.held('top-left', 0)
  expect(gesture.held('bottom-right', 5001)).toBe(false)
  expect(gesture.held('top-left', 6000)).toBe(true)
})

test('whoever touches anything else between the corners is a shopper', () => {
  const gesture = new CornerGesture()
  gesture.held('top-left', 0)
  gesture.forget()
  expect(gesture.held('bottom-right', 2000)).toBe(false)
})
