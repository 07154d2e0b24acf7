import { expect, it } from 'vitest'
import { fuzzDongle } from './testing/fuzzed-dongle.ts'

it('works again after every one of 10 million bytes of nonsense', async () => {
  const before = process.memoryUsage().rss
  expect((await fuzzDongle(10_000_000, 20_000)).asked).toBe(5000)
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(300)
})
