import { vi } from 'vitest'

/** What a command says on either stream, instead of on the test's screen; gives all of it so far. */
export function hearing(): () => string {
  let said = ''
  const hear = (text: unknown) => {
    said += String(text)
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(hear)
  vi.spyOn(process.stderr, 'write').mockImplementation(hear)
  return () => said
}
