import type { ProductId, RoomId } from '../../contract/ids.ts'
import type { RoomDescription } from '../room.ts'
import { giveAnother, meantOr, names } from '../scene-check.ts'
import { type CheckedFile, type FileProblem, problemsOf, readYamlFile } from '../yaml-file.ts'
import { type PriceList, priceList, type StoreFile, storeFile } from './price-list.ts'
import { type Product, type ProductFile, productFile } from './product.ts'

/** What is sold, what it costs where, and where it lies. */
export interface ShopContent {
  readonly products: ReadonlyMap<ProductId, Product>
  /** By country. */
  readonly priceLists: ReadonlyMap<string, PriceList>
  /** By the store's id, in the order of their files. */
  readonly stores: ReadonlyMap<string, StoreFile>
}

interface TextFile {
  readonly path: string
  readonly text: string
}

export function isProductFile(path: string): boolean {
  return /^products\/[^/]+\.ya?ml$/.test(path)
}

export function isPriceListFile(path: string): boolean {
  return /^products\/countries\/[^/]+\.ya?ml$/.test(path)
}

export function isStoreFile(path: string): boolean {
  return /^products\/stores\/[^/]+\.ya?ml$/.test(path)
}

/** Reads the files of `products/`; one with a problem is left out, and `problems` says why. */
export function readShopContent(
  files: readonly TextFile[],
  rooms: ReadonlyMap<RoomId, RoomDescription>,
  problems: FileProblem[],
): ShopContent {
  const products = new Map<ProductId, Product>()
  const ranges: CheckedFile<ProductFile>[] = []
  for (const { path, text } of files.filter((file) => isProductFile(file.path))) {
    const result = readYamlFile(path, text, productFile)
    const found = result.ok ? repeated(result.checked, products) : problemsOf(result)
    problems.push(...found)
    if (!result.ok || found.length > 0) continue
    ranges.push(result.checked)
    for (const product of result.checked.value.products) products.set(product.id, product)
  }
  // Products may need those of another file, so all are known before this is looked at.
  const standing = new Map<string, ProductId>()
  for (const range of ranges) problems.push(...unknownNames(range, products, rooms, standing))

  const priceLists = new Map<string, PriceList>()
  for (const { path, text } of files.filter((file) => isPriceListFile(file.path))) {
    const result = readYamlFile(path, text, priceList)
    const found = result.ok
      ? [
          ...unknownProducts(result.checked, 'articles', result.checked.value.articles, products),
          ...another(result.checked, 'country', result.checked.value.country, priceLists),
        ]
      : problemsOf(result)
    problems.push(...found)
    if (result.ok && found.length === 0) priceLists.set(result.checked.value.country, result.checked.value)
  }

  const stores = new Map<string, StoreFile>()
  for (const { path, text } of files.filter((file) => isStoreFile(file.path))) {
    const result = readYamlFile(path, text, storeFile)
    const found = result.ok ? storeProblems(result.checked, products, priceLists, stores) : problemsOf(result)
    problems.push(...found)
    if (result.ok && found.length === 0) stores.set(result.checked.value.id, result.checked.value)
  }
  return { products, priceLists, stores }
}

function repeated(file: CheckedFile<ProductFile>, known: ReadonlyMap<ProductId, Product>): FileProblem[] {
  const seen = new Set<ProductId>(known.keys())
  return file.value.products.flatMap(({ id }, index) => {
    const again = seen.has(id)
    seen.add(id)
    return again
      ? [file.problemAt(['products', index, 'id'], `there is another product "${id}"`, giveAnother)]
      : []
  })
}

function unknownNames(
  file: CheckedFile<ProductFile>,
  products: ReadonlyMap<ProductId, Product>,
  rooms: ReadonlyMap<RoomId, RoomDescription>,
  standing: Map<string, ProductId>,
): FileProblem[] {
  return file.value.products.flatMap((product, index) => {
    const inFile = (...path: (string | number)[]) => ['products', index, ...path]
    const needs = (['each', 'once'] as const).flatMap((key) =>
      product[key].flatMap((id, at) =>
        products.has(id) ? [] : [file.problemAt(inFile(key, at), ...noProduct(id, products))],
      ),
    )
    const places = Object.entries(product.at).flatMap(([name, fixtures]) => {
      const room = [...rooms.values()].find(({ id }) => id === name)
      if (room === undefined)
        return [
          file.problemAt(
            inFile('at', name),
            `there is no room "${name}"`,
            meantOr(name, rooms.keys(), 'name one of rooms/'),
          ),
        ]
      return fixtures.flatMap((fixture, at) => {
        const path = inFile('at', name, at)
        const known = room.fixtures.map(({ id }) => id)
        if (!known.includes(fixture))
          return [
            file.problemAt(
              path,
              `this room has no fixture "${fixture}"`,
              meantOr(fixture, known, `name one of ${names(known)}`),
            ),
          ]
        const other = standing.get(`${name}/${fixture}`)
        standing.set(`${name}/${fixture}`, product.id)
        return other === undefined
          ? []
          : [file.problemAt(path, `"${other}" stands there already`, 'name the place at one of them')]
      })
    })
    return [...needs, ...places]
  })
}

function storeProblems(
  file: CheckedFile<StoreFile>,
  products: ReadonlyMap<ProductId, Product>,
  priceLists: ReadonlyMap<string, PriceList>,
  stores: ReadonlyMap<string, StoreFile>,
): FileProblem[] {
  const { country, places, id } = file.value
  const unpriced = priceLists.has(country)
    ? []
    : [file.problemAt(['country'], `there is no price list of "${country}"`, 'add one to products/countries')]
  return [
    ...another(file, 'id', id, stores),
    ...unpriced,
    ...unknownProducts(file, 'places', places, products),
  ]
}

function another(
  file: CheckedFile<unknown>,
  key: string,
  value: string,
  known: ReadonlyMap<string, unknown>,
): FileProblem[] {
  return known.has(value)
    ? [file.problemAt([key], `there is another file of "${value}"`, 'keep one of them')]
    : []
}

function unknownProducts(
  file: CheckedFile<unknown>,
  key: string,
  named: Readonly<Record<string, unknown>>,
  products: ReadonlyMap<ProductId, Product>,
): FileProblem[] {
  const known = new Set<string>(products.keys())
  return Object.keys(named)
    .filter((id) => !known.has(id))
    .map((id) => file.problemAt([key, id], ...noProduct(id, products)))
}

function noProduct(id: string, products: ReadonlyMap<ProductId, Product>): [string, string] {
  return [`there is no product "${id}"`, meantOr(id, products.keys(), 'describe it in a file of products/')]
}
