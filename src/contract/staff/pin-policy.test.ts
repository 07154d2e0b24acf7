import { expect, it } from 'vitest'
import { pinProblem } from './pin-policy.ts'

it.each(['48213', '', '12ab56', '48213907451'])('%s is no six to ten digits', (pin) => {
  expect(pinProblem(pin)).toBe('length')
})

it.each(['000000', '123456', '987654', '890123', '321098', '121212', '123123', '4848484848', '112211'])(
  '%s is among the first that anybody would try',
  (pin) => {
    expect(pinProblem(pin)).toBe('simple')
  },
)

it.each(['482139', '124578', '9073315', '1234560987'])('%s will do', (pin) => {
  expect(pinProblem(pin)).toBeNull()
})
