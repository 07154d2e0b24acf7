import type { ZclValue } from '../zcl/data-type.ts'

/** One attribute of a cluster: where its value lives, and whether it may be written. */
export interface Attribute {
  readonly id: number
  readonly type: number
  /** Of a manufacturer's own attribute; such are read only with this code in the frame. */
  readonly manufacturer?: number
  get(): ZclValue
  /** Absent for what is read-only. Returns a ZCL status. */
  set?(value: ZclValue): number
  /** A setting that is still there after a power cut. */
  readonly kept?: boolean
  /** Puts a kept value back, where that is something else than being told it. */
  restore?(value: ZclValue): void
}

/** The attributes of one cluster. Whoever changes a value says so with `changed`. */
export class AttributeTable {
  private readonly entries: Attribute[] = []
  private listener: (attribute: Attribute) => void = () => {}

  add(...attributes: Attribute[]): this {
    this.entries.push(...attributes)
    return this
  }

  find(id: number, manufacturer: number | null): Attribute | null {
    const code = manufacturer ?? undefined
    return this.entries.find((entry) => entry.id === id && entry.manufacturer === code) ?? null
  }

  /** Settings to remember over a power cut. */
  settings(): Attribute[] {
    return this.entries.filter((entry) => entry.kept === true)
  }

  /** In order of their ids, as discovery lists them. */
  list(manufacturer: number | null): Attribute[] {
    const code = manufacturer ?? undefined
    return this.entries.filter((entry) => entry.manufacturer === code).sort((a, b) => a.id - b.id)
  }

  onChange(listener: (attribute: Attribute) => void): void {
    this.listener = listener
  }

  changed(...ids: number[]): void {
    for (const entry of this.entries) if (ids.includes(entry.id)) this.listener(entry)
  }
}

/** An attribute that never changes. */
export function constant(id: number, type: number, value: ZclValue, manufacturer?: number): Attribute {
  const attribute = { id, type, get: () => value }
  return manufacturer === undefined ? attribute : { ...attribute, manufacturer }
}

/** An attribute that keeps what is written to it, over power cuts too. */
export function stored(
  id: number,
  type: number,
  initial: ZclValue,
  manufacturer?: number,
): Attribute & Required<Pick<Attribute, 'set'>> {
  let current = initial
  const attribute = {
    id,
    type,
    kept: true,
    get: () => current,
    set: (value: ZclValue) => {
      current = value
      return 0
    },
  }
  return manufacturer === undefined ? attribute : { ...attribute, manufacturer }
}
