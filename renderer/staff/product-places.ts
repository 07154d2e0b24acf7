import type { ProductCard } from '../../src/contract/shop.ts'
import type { ProductPlace } from '../../src/contract/staff/store-habits.ts'

export interface PlaceDraft {
  readonly aisle: string
  readonly bin: string
}

/**
 * What staff say of places after they have filled in the list: what they left as it was stays as it was said, and what
 * they emptied is head office's again. A place with only one of aisle and bin is none.
 */
export function changedPlaces(
  products: readonly Pick<ProductCard, 'id' | 'place'>[],
  drafts: Readonly<Record<string, PlaceDraft>>,
  said: readonly ProductPlace[],
): ProductPlace[] | 'half' {
  const places = new Map(said.map((place) => [place.product, place]))
  for (const { id, place } of products) {
    const aisle = drafts[id]?.aisle.trim() ?? ''
    const bin = drafts[id]?.bin.trim() ?? ''
    if ((aisle === '') !== (bin === '')) return 'half'
    if (aisle === (place?.aisle ?? '') && bin === (place?.bin ?? '')) continue
    if (aisle === '') places.delete(id)
    else places.set(id, { product: id, aisle, bin })
  }
  return [...places.values()]
}
