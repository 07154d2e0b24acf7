import { type FileHandle, lstat, open, realpath } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FolderFiles, FolderSource } from './folder-source.ts'
import { Siege } from './testing/siege.ts'

// A stick that breaks while it is read: the kernel answers with errors, or for minutes with nothing at all.

let siege: Siege
beforeEach(async () => {
  siege = await Siege.open()
  await siege.office.publish('se', 'winter', { level: 0.7, bake: 'x'.repeat(5000) })
})
afterEach(() => siege.close())

type Trouble = () => Promise<never>

/** The true folder, until `trouble` is set: then that is what comes of every call named in `from`. */
class DyingStick implements FolderFiles {
  trouble: Trouble | null = null
  waiting = 0
  private readonly from: string

  constructor(from: 'realpath' | 'lstat' | 'open' | 'read') {
    this.from = from
  }

  /** Never answers until it is told to. */
  hang(): () => void {
    let end = (_error: Error) => {}
    const never = new Promise<never>((_, reject) => {
      end = reject
    })
    never.catch(() => {})
    this.trouble = () => {
      this.waiting += 1
      return never
    }
    return () => {
      this.trouble = null
      end(new Error('the stick was pulled out'))
    }
  }

  realpath(path: string) {
    return this.ask('realpath', () => realpath(path))
  }

  lstat(path: string) {
    return this.ask('lstat', () => lstat(path))
  }

  async open(path: string): Promise<Pick<FileHandle, 'read' | 'close'>> {
    const file = await this.ask('open', () => open(path))
    const read = (...args: Parameters<FileHandle['read']>) => this.ask('read', () => file.read(...args))
    return { read: read as FileHandle['read'], close: () => file.close() }
  }

  private ask<T>(call: string, itself: () => Promise<T>): Promise<T> {
    return this.trouble !== null && call === this.from ? this.trouble() : itself()
  }
}

async function readOn(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of bytes);
}

const calls = ['realpath', 'lstat', 'open', 'read'] as const

test.each(calls)(
  'a stick that hangs in %s is given up and named; it takes one thread and no more',
  async (call) => {
    const stick = new DyingStick(call)
    const folder = siege.office.repository.folder
    await siege.kiosk.restart(new FolderSource(folder, 1000, stick))
    const pullOut = stick.hang()
    for (let look = 0; look < 3; look++) {
      const why = `${folder} does not answer`
      expect(await siege.kiosk.poll()).toMatchObject({ kind: 'refused', reason: 'broken-medium', why })
      expect(await siege.kiosk.plays()).toBe('se/winter 1')
    }
    expect(stick.waiting).toBe(1)
    pullOut()
    await expect.poll(async () => (await siege.kiosk.poll()).kind).toBe('installed')
    expect(await siege.kiosk.plays()).toBe('se/winter 2')
  },
)

test.each(calls)('a stick whose %s ends with an error of the medium is named as broken', async (call) => {
  const stick = new DyingStick(call)
  await siege.kiosk.restart(new FolderSource(siege.office.repository.folder, 1000, stick))
  stick.trouble = () => Promise.reject(Object.assign(new Error('i/o error'), { code: 'EIO' }))
  const why = expect.stringMatching(/cannot be read \(EIO\)$/)
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'refused', reason: 'broken-medium', why })
  expect(await siege.kiosk.plays()).toBe('se/winter 1')
})

test('a program that ends does not wait for a stick that hangs', async () => {
  const stick = new DyingStick('read')
  const source = new FolderSource(siege.office.repository.folder, 1_000_000, stick)
  stick.hang()
  const ends = new AbortController()
  const body = await source.open('metadata/timestamp.json', 0, 10_000, ends.signal)
  const reading = readOn(body.bytes)
  await expect.poll(() => stick.waiting).toBe(1)
  ends.abort()
  await expect(reading).rejects.toMatchObject({ code: 'unreachable' })
})
