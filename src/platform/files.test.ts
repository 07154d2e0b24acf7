import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { makeFolder } from './files.ts'

const failed = (code: string) => Object.assign(new Error(code), { code })

it('a folder and those above it are made, and one that is there is no error', async () => {
  const root = await mkdtemp(join(tmpdir(), 'folders-'))
  const path = join(root, 'a/b/c')
  await makeFolder(path)
  await makeFolder(path)
  expect((await stat(path)).isDirectory()).toBe(true)
  await rm(root, { recursive: true })
})

it('of a read-only disk it is said that it is read-only, however many folders are missing', async () => {
  // As Node answers there: "/data" is all that there is.
  const make = (async (path: string, options: { recursive?: boolean }) => {
    if (path === '/data') return undefined
    throw failed(options.recursive === true || dirname(path) !== '/data' ? 'ENOENT' : 'EROFS')
  }) as Parameters<typeof makeFolder>[2]
  for (const path of ['/data/a', '/data/a/b/c'])
    await expect(makeFolder(path, 0o700, make)).rejects.toMatchObject({ code: 'EROFS' })
})
