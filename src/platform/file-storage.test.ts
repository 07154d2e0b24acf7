import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FileStorage } from './file-storage.ts'
import { type Files, nodeFiles } from './files.ts'

describe('file storage', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'storage-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('reads what it wrote, in folders that did not exist', async () => {
    const storage = new FileStorage(join(folder, 'a'))
    expect(await storage.read('b/c.json')).toBeNull()
    await storage.write('b/c.json', 'one')
    expect(await storage.read('b/c.json')).toBe('one')
  })

  it('keeps the old record beside a new one that was cut short', async () => {
    const storage = new FileStorage(folder)
    await storage.write('x.json', 'old')
    await writeFile(join(folder, 'x.json.new'), 'ne')
    expect(await storage.read('x.json')).toBe('old')
    await storage.write('x.json', 'newer')
    expect(await readFile(join(folder, 'x.json'), 'utf8')).toBe('newer')
    expect(await readdir(folder)).toEqual(['x.json'])
  })

  it('leaves nothing of what a full disk did not take whole', async () => {
    const full: Files = {
      ...nodeFiles,
      async create(path, mode) {
        const file = await nodeFiles.create(path, mode)
        return {
          ...file,
          async write(data) {
            await file.write(String(data).slice(0, 2))
            throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
          },
        }
      },
    }
    await new FileStorage(folder).write('x.json', 'old')
    await expect(new FileStorage(folder, full).write('x.json', 'newer')).rejects.toThrow('no space')
    expect(await readdir(folder)).toEqual(['x.json'])
    expect(await new FileStorage(folder).read('x.json')).toBe('old')
  })

  it('writes in the order asked', async () => {
    const storage = new FileStorage(folder)
    await Promise.all(['1', '2', '3', '4'].map((text) => storage.write('x.json', text)))
    expect(await storage.read('x.json')).toBe('4')
  })
})
