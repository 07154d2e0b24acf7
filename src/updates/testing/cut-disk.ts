import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Disk, nodeDisk } from '../disk.ts'

/** The power went. */
export class PowerCut extends Error {}

/**
 * The true disk, until the power goes: at the write of number `at`, of which `part` (0 up to 1) still reached the disk.
 * Nothing works after that.
 */
export class CutDisk implements Disk {
  writes = 0
  private readonly at: number
  private readonly part: number

  constructor(at: number, part: number) {
    this.at = at
    this.part = part
  }

  read = (path: string) => this.alive(nodeDisk.read(path))
  size = (path: string) => this.alive(nodeDisk.size(path))
  list = (folder: string) => this.alive(nodeDisk.list(folder))
  space = (path: string) => this.alive(nodeDisk.space(path))

  replace(path: string, bytes: string | Uint8Array): Promise<void> {
    return this.write(
      () => nodeDisk.replace(path, bytes),
      () => begun(`${path}.new`, Buffer.from(bytes), this.part, writeFile),
    )
  }

  append(path: string, bytes: Uint8Array): Promise<void> {
    return this.write(
      () => nodeDisk.append(path, bytes),
      () => begun(path, bytes, this.part, appendFile),
    )
  }

  settle(from: string, to: string): Promise<void> {
    return this.write(() => nodeDisk.settle(from, to))
  }

  share(from: string, to: string): Promise<void> {
    return this.write(() => nodeDisk.share(from, to))
  }

  moveFolder(from: string, to: string): Promise<void> {
    return this.write(() => nodeDisk.moveFolder(from, to))
  }

  remove(path: string): Promise<void> {
    return this.write(() => nodeDisk.remove(path))
  }

  private async write(whole: () => Promise<void>, part: () => Promise<void> = async () => {}): Promise<void> {
    this.writes += 1
    if (this.writes < this.at) return whole()
    if (this.writes === this.at) await (this.part === 1 ? whole() : part())
    throw new PowerCut('the power went')
  }

  private async alive<T>(result: Promise<T>): Promise<T> {
    if (this.writes >= this.at) throw new PowerCut('the power went')
    return result
  }
}

async function begun(
  path: string,
  bytes: Uint8Array,
  part: number,
  how: (path: string, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await how(path, bytes.subarray(0, Math.floor(bytes.length * part)))
}
