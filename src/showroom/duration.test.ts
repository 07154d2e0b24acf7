import { expect, test } from 'vitest'
import { duration, parseDuration, showDuration } from './duration.ts'

test.each([
  ['400ms', 400],
  ['2.5s', 2500],
  ['10m', 600_000],
  ['1h30m', 5_400_000],
  ['0s', 0],
])('%s lasts %d ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms)
})

test.each(['', '5', '-5s', '5 s', 'soon', '9999999999999s', '1e9s', 's', '2m1h'])(
  '"%s" is no length of time',
  (text) => {
    expect(parseDuration(text)).toBeNull()
    expect(duration(0).safeParse(text).success).toBe(false)
  },
)

test('what is too long or too short says what would do', () => {
  expect(duration(400).safeParse('25h').error?.issues[0]?.message).toBe('lies between 400ms and 24h')
  const messages = (text: string) =>
    duration(400)
      .safeParse(text)
      .error?.issues.map(({ message }) => message)
  for (const text of ['9999999999999s', `${'9'.repeat(30)}h`, '1h99999999m'])
    expect(messages(text)).toEqual(['lies between 400ms and 24h'])
  expect(messages('9'.repeat(30))).toEqual([expect.stringContaining('write a length of time')])
  expect(duration(400).safeParse('0.2s').success).toBe(false)
  expect(duration(400).parse('24h')).toBe(86_400_000)
})

test('what is shown can be read again', () => {
  for (const ms of [0, 1, 400, 1000, 90_000, 5_400_250, 86_400_000])
    expect(parseDuration(showDuration(ms))).toBe(ms)
})
