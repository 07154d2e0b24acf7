import { ByteReader, ByteWriter, type Ieee } from '../bytes.ts'
import { zdoStatus } from './zdo-cluster.ts'

export type BindingTarget =
  | { readonly kind: 'group'; readonly group: number }
  | { readonly kind: 'device'; readonly ieee: Ieee; readonly endpoint: number }

/** "What `cluster` of `endpoint` has to say goes to `target`." */
export interface Binding {
  readonly source: Ieee
  readonly endpoint: number
  readonly cluster: number
  readonly target: BindingTarget
}

const capacity = 32

export class BindingTable {
  entries: Binding[] = []

  add(binding: Binding): number {
    if (this.entries.some((entry) => same(entry, binding))) return zdoStatus.success
    if (this.entries.length >= capacity) return zdoStatus.tableFull
    this.entries.push(binding)
    return zdoStatus.success
  }

  remove(binding: Binding): number {
    const before = this.entries.length
    this.entries = this.entries.filter((entry) => !same(entry, binding))
    return this.entries.length < before ? zdoStatus.success : zdoStatus.noEntry
  }

  targets(endpoint: number, cluster: number): BindingTarget[] {
    return this.entries
      .filter((entry) => entry.endpoint === endpoint && entry.cluster === cluster)
      .map((entry) => entry.target)
  }
}

function same(a: Binding, b: Binding): boolean {
  return writeBinding(a).equals(writeBinding(b))
}

/** As in a bind request: null for a kind of target that does not exist. */
export function readBinding(payload: ByteReader): Binding | null {
  const [source, endpoint, cluster, mode] = [payload.ieee(), payload.u8(), payload.u16(), payload.u8()]
  if (mode === 0x01) return { source, endpoint, cluster, target: { kind: 'group', group: payload.u16() } }
  if (mode !== 0x03) return null
  const target = { kind: 'device', ieee: payload.ieee(), endpoint: payload.u8() } as const
  return { source, endpoint, cluster, target }
}

export function writeBinding({ source, endpoint, cluster, target }: Binding): Buffer {
  const writer = new ByteWriter().ieee(source).u8(endpoint).u16(cluster)
  return target.kind === 'group'
    ? writer.u8(0x01).u16(target.group).done()
    : writer.u8(0x03).ieee(target.ieee).u8(target.endpoint).done()
}

export function bindingFromHex(text: string): Binding | null {
  return readBinding(new ByteReader(Buffer.from(text, 'hex')))
}
