import { type ButtonWord, buttonWords } from '../contract/button.ts'

/** The converters' names of keys in ours. Their level commands are what IKEA's "on" and "off" send when held. */
const keyOf: Readonly<Record<string, string>> = {
  '1': 'button-1',
  '2': 'button-2',
  '3': 'button-3',
  '4': 'button-4',
  brightness_up: 'up',
  brightness_down: 'down',
  arrow_left: 'left',
  arrow_right: 'right',
}

/** Patterns of actions, the key in the first group; what has no key is of a remote with one button. */
const patterns: readonly (readonly [RegExp, (key: string) => string])[] = [
  [/^brightness_stop$/, () => 'release'],
  [/^(?:(.+)_)?(?:single|click|short_release)$/, (key) => key],
  [/^(?:(.+)_)?(?:long_)?release$/, () => 'release'],
  [/^brightness_move_(up|down)$/, (key) => `hold-${key}`],
  [/^(?:brightness_step|rotate|dial_rotate)_(up|down|left|right)(?:_.*)?$/, rotation],
  // The release that follows tells whether it was a press or a hold.
  [/^(.+)_initial_press$/, () => ''],
  [/^(?:(.+)_)?double(?:_press|_click)?$/, (key) => `double-${key}`],
  [/^(?:(.+)_)?triple(?:_press|_click)?$/, (key) => `triple-${key}`],
  [/^(?:(.+)_)?(?:hold|long_press)$/, (key) => `hold-${key}`],
  [/^(.+)$/, (key) => key],
]

/** A converter's word for a gesture, such as "brightness_move_up" or "1_short_release", in ours; null when unknown. */
export function buttonWordOf(action: string): ButtonWord | null {
  for (const [pattern, word] of patterns) {
    const match = pattern.exec(action)
    if (match === null) continue
    const key = match[1] ?? 'button'
    return known(word(keyOf[key] ?? key))
  }
  return null
}

function rotation(direction: string): string {
  return direction === 'up' || direction === 'right' ? 'rotate-up' : 'rotate-down'
}

function known(word: string): ButtonWord | null {
  return buttonWords.find((candidate) => candidate === word) ?? null
}
