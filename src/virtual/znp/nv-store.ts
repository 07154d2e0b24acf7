import { mtStatus } from './mt.ts'

/** System of all items that matter here, and its item that holds the numbered items of OSAL_NV. */
export const zstackSystem = 1
const legacyItem = 0

/** Longest item, and all of them: a CC2652's flash pages for this hold some 40 KB. */
const [longestItem, capacity] = [4096, 64 * 1024] as const

/** Address of an item: system, item and sub-item. OSAL_NV item n is system 1, item 0, sub-item n. */
export interface NvAddress {
  readonly system: number
  readonly item: number
  readonly sub: number
}

export function osal(id: number): NvAddress {
  return { system: zstackSystem, item: legacyItem, sub: id }
}

export function extended(item: number, sub: number): NvAddress {
  return { system: zstackSystem, item, sub }
}

/** The stick's non-volatile memory: items of fixed length, created, written in parts, deleted. */
export class NvStore {
  private readonly items = new Map<string, Buffer>()
  private readonly touched: () => void

  constructor(touched: () => void = () => {}) {
    this.touched = touched
  }

  clear(): void {
    this.items.clear()
    this.touched()
  }

  get(address: NvAddress): Buffer | null {
    return this.items.get(key(address)) ?? null
  }

  /** Whole value, whatever was there before. */
  put(address: NvAddress, value: Uint8Array): void {
    this.items.set(key(address), Buffer.from(value))
    this.touched()
  }

  length(address: NvAddress): number {
    return this.get(address)?.length ?? 0
  }

  /** Success when it is there already, "uninitialised" when it was made now: TI's two good answers. */
  create(address: NvAddress, length: number, initial: Uint8Array): number {
    if (this.items.has(key(address))) return mtStatus.success
    if (length === 0 || length > longestItem || initial.length > length) return mtStatus.nvOperationFailed
    if (this.used() + length > capacity) return mtStatus.nvOperationFailed
    const value = Buffer.alloc(length, 0xff)
    value.set(initial)
    this.put(address, value)
    return mtStatus.nvItemUninitialised
  }

  /** Bytes in use. */
  private used(): number {
    let bytes = 0
    for (const value of this.items.values()) bytes += value.length
    return bytes
  }

  read(address: NvAddress, offset: number, length: number): Buffer | null {
    const value = this.get(address)
    if (value === null || offset > value.length) return null
    return value.subarray(offset, offset + length)
  }

  write(address: NvAddress, offset: number, data: Uint8Array): number {
    const value = this.get(address)
    if (value === null) return mtStatus.invalidParameter
    if (offset + data.length > value.length) return mtStatus.nvBadLength
    const next = Buffer.from(value)
    next.set(data, offset)
    this.put(address, next)
    return mtStatus.success
  }

  delete(address: NvAddress): number {
    if (!this.items.delete(key(address))) return mtStatus.nvItemUninitialised
    this.touched()
    return mtStatus.success
  }

  dump(): Record<string, string> {
    return Object.fromEntries([...this.items].map(([address, value]) => [address, value.toString('hex')]))
  }

  load(dump: Readonly<Record<string, string>>): void {
    this.items.clear()
    for (const [address, value] of Object.entries(dump)) this.items.set(address, Buffer.from(value, 'hex'))
  }
}

function key({ system, item, sub }: NvAddress): string {
  return `${system}/${item}/${sub}`
}
