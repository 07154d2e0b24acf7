import { expect, it } from 'vitest'
import { buttonWordOf } from './button-action.ts'

it("names gestures alike, whatever the maker's converter calls them", () => {
  const words = {
    on: 'on',
    off: 'off',
    toggle: 'toggle',
    brightness_move_up: 'hold-up',
    brightness_move_down: 'hold-down',
    brightness_stop: 'release',
    brightness_up_click: 'up',
    brightness_down_hold: 'hold-down',
    brightness_up_release: 'release',
    arrow_left_click: 'left',
    arrow_right_hold: 'hold-right',
    arrow_right_release: 'release',
    toggle_hold: 'hold-toggle',
    '1_short_release': 'button-1',
    '2_double_press': 'double-button-2',
    '1_long_press': 'hold-button-1',
    '1_long_release': 'release',
    single: 'button',
    double: 'double-button',
    triple: 'triple-button',
    hold: 'hold-button',
    release: 'release',
    rotate_right: 'rotate-up',
    brightness_step_down: 'rotate-down',
  }
  for (const [action, word] of Object.entries(words)) expect(buttonWordOf(action), action).toBe(word)
})

it('says nothing of what it does not know, nor of a press that is not over', () => {
  for (const action of ['1_initial_press', 'recall_3', 'quadruple', '', 'color_loop']) {
    expect(buttonWordOf(action), action).toBeNull()
  }
})
