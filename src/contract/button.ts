import { z } from 'zod'

/** What is printed on a remote's keys, or where they sit: arrows, a single button, numbered ones. */
export const buttonKeys = [
  'on',
  'off',
  'toggle',
  'up',
  'down',
  'left',
  'right',
  'button',
  'button-1',
  'button-2',
  'button-3',
  'button-4',
] as const
export type ButtonKey = (typeof buttonKeys)[number]

/** How a key is pressed when it is not simply pressed. */
const gestures = ['double', 'triple', 'hold'] as const
type Gesture = (typeof gestures)[number]

/**
 * What a hand did to a remote, in a word: the key alone for a press, "double-button", "hold-up"; "release" ends any
 * hold; "rotate-up" and "rotate-down" are a step of a dial.
 */
export type ButtonWord = ButtonKey | `${Gesture}-${ButtonKey}` | 'release' | 'rotate-up' | 'rotate-down'

export const buttonWords: readonly ButtonWord[] = [
  ...buttonKeys,
  ...gestures.flatMap((gesture) => buttonKeys.map((key) => `${gesture}-${key}` as const)),
  'release',
  'rotate-up',
  'rotate-down',
]
export const buttonWord = z.enum(buttonWords)
