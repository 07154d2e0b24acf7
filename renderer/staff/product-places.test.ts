import { expect, it } from 'vitest'
import { productId } from '../../src/contract/ids.ts'
import { changedPlaces } from './product-places.ts'

const dome = productId.parse('dome')
const globe = productId.parse('globe')
const rug = productId.parse('rug')
const products = [
  { id: dome, place: { aisle: '12', bin: 'B4' } },
  { id: globe, place: { aisle: '7', bin: 'C' } },
  { id: rug, place: null },
]
const said = [{ product: globe, aisle: '7', bin: 'C' }]
const asTheyAre = {
  dome: { aisle: '12', bin: 'B4' },
  globe: { aisle: '7', bin: 'C' },
  rug: { aisle: '', bin: '' },
}

it('what was left as it was is not said anew, so that head office may still move it', () => {
  expect(changedPlaces(products, asTheyAre, said)).toEqual(said)
})

it('what was filled in is said, and what was emptied is head office’s again', () => {
  const drafts = { ...asTheyAre, rug: { aisle: ' 3 ', bin: '1' }, globe: { aisle: '', bin: '' } }
  expect(changedPlaces(products, drafts, said)).toEqual([{ product: rug, aisle: '3', bin: '1' }])
})

it('half a place is none', () => {
  expect(changedPlaces(products, { ...asTheyAre, rug: { aisle: '3', bin: ' ' } }, said)).toBe('half')
})
