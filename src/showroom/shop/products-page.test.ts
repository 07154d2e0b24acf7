import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readContent } from '../content.ts'

/** The examples of a page of docs/, as files. */
function examplesOf(page: string) {
  const text = readFileSync(new URL(`../../../docs/${page}`, import.meta.url), 'utf8')
  return [...text.matchAll(/^```yaml\n# (\S+)\n([\s\S]*?)^```$/gm)].map(([, path = '', example = '']) => ({
    path,
    text: example,
  }))
}

test('every example of docs/products.md is read', () => {
  const den = examplesOf('scene-format.md').filter(({ path }) => path === 'rooms/den/room.yaml')
  const { shop, problems } = readContent([...den, ...examplesOf('products.md')])
  expect(problems).toEqual([])
  expect([...shop.products.keys()]).toEqual(['dome-pendant', 'bulb', 'hub'])
  expect([...shop.priceLists.keys()]).toEqual(['SE'])
  expect([...shop.stores.keys()]).toEqual(['malmo'])
})
