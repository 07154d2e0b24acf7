import { ByteReader, ByteWriter, type Ieee } from '../bytes.ts'
import { nvTable } from './nv-items.ts'
import { extended, type NvStore } from './nv-store.ts'

/** Who an entry of the address manager is for. */
const user = { association: 0x01, security: 0x02 } as const
const verifiedKey = 2
const nobody = new Set<Ieee>(['0x0000000000000000', '0xffffffffffffffff'])

/** A node the coordinator has let in. */
export interface KnownNode {
  readonly ieee: Ieee
  readonly nwk: number
  /** A child of the coordinator: a sleepy device it keeps messages for. */
  readonly child: boolean
}

/** The coordinator's memory of who is in the network: address manager and trust centre link keys, in NV. */
export class SecurityTables {
  private readonly store: NvStore

  constructor(store: NvStore) {
    this.store = store
  }

  nodes(): KnownNode[] {
    return [...this.rows(nvTable.addressManager)].flatMap(([, row]) => {
      const node = readNode(row)
      return node === null ? [] : [node]
    })
  }

  find(ieee: Ieee): KnownNode | null {
    return this.nodes().find((node) => node.ieee === ieee) ?? null
  }

  byAddress(nwk: number): KnownNode | null {
    return this.nodes().find((node) => node.nwk === nwk) ?? null
  }

  remember(node: KnownNode): void {
    const { addressManager, trustCenterLinkKeys } = nvTable
    const entry = new ByteWriter()
      .u8(user.security | (node.child ? user.association : 0))
      .u8(0xff)
      .u16(node.nwk)
      .ieee(node.ieee)
      .done()
    this.place(addressManager, (row) => readNode(row)?.ieee ?? null, node.ieee, entry)
    const key = new ByteWriter().u32(0).u32(0).ieee(node.ieee).u8(verifiedKey).u8(0).u8(0).u8(0).done()
    this.place(trustCenterLinkKeys, readKeyOwner, node.ieee, key)
  }

  forget(ieee: Ieee): void {
    for (const [sub, row] of this.rows(nvTable.addressManager)) {
      if (readNode(row)?.ieee === ieee) this.put(nvTable.addressManager, sub, nvTable.addressManager.blank)
    }
    for (const [sub, row] of this.rows(nvTable.trustCenterLinkKeys)) {
      if (readKeyOwner(row) === ieee)
        this.put(nvTable.trustCenterLinkKeys, sub, nvTable.trustCenterLinkKeys.blank)
    }
  }

  private *rows(table: { item: number; entries: number }): Iterable<[number, Buffer]> {
    for (let sub = 0; sub < table.entries; sub++) {
      const row = this.store.get(extended(table.item, sub))
      if (row !== null) yield [sub, row]
    }
  }

  private put(table: { item: number }, sub: number, row: Buffer): void {
    this.store.put(extended(table.item, sub), row)
  }

  /** Into the row that is this node's already, or the first free one; a full table keeps what it has. */
  private place(
    table: { item: number; entries: number },
    owner: (row: Buffer) => Ieee | null,
    ieee: Ieee,
    entry: Buffer,
  ): void {
    const rows = [...this.rows(table)]
    const row =
      rows.find(([, bytes]) => owner(bytes) === ieee) ?? rows.find(([, bytes]) => owner(bytes) === null)
    if (row !== undefined) this.put(table, row[0], entry)
  }
}

function readNode(row: Buffer): KnownNode | null {
  const reader = new ByteReader(row)
  const who = reader.u8()
  reader.u8()
  const [nwk, ieee] = [reader.u16(), reader.ieee()]
  if (who === 0 || nobody.has(ieee)) return null
  return { ieee, nwk, child: who !== 0xff && (who & user.association) !== 0 }
}

function readKeyOwner(row: Buffer): Ieee | null {
  const reader = new ByteReader(row)
  reader.bytes(8)
  const ieee = reader.ieee()
  return nobody.has(ieee) ? null : ieee
}
