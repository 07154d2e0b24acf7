import { expect, it } from 'vitest'
import { useOneAtATime } from './use-one-at-a-time.ts'

it('takes a second touch for the first while that is being answered, of another button too', async () => {
  const { isBusy, alone } = useOneAtATime()
  const done: string[] = []
  let answer: () => void = () => {}
  const save = alone(async (what: string) => {
    done.push(what)
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    return what
  })
  const remove = alone(async () => void done.push('removed'))
  const first = save('once')
  expect([isBusy.value, await save('twice'), await remove()]).toEqual([true, null, null])
  answer()
  expect([await first, isBusy.value]).toEqual(['once', false])
  await remove()
  expect(done).toEqual(['once', 'removed'])
})

it('is free again when something went wrong', async () => {
  const { isBusy, alone } = useOneAtATime()
  const fails = alone(() => Promise.reject(new Error('no')))
  await expect(fails()).rejects.toThrow('no')
  expect(isBusy.value).toBe(false)
})
