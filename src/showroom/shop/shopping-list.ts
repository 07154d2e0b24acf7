import type { FixtureId, ProductId } from '../../contract/ids.ts'
import type { SceneList, Setting } from '../../contract/shop.ts'
import type { RoomDescription } from '../room.ts'
import { type Scene, type SceneTarget, targetsAtRest } from '../scene.ts'
import type { Product } from './product.ts'

type Products = ReadonlyMap<ProductId, Product>

/**
 * What makes a scene at home: the products at the fixtures that take part, each with what it needs, and what all of
 * them are set to. Lamps that the scene switches off take no part.
 */
export function listOf(scene: Scene, room: RoomDescription, products: Products): SceneList {
  const taking = participants(scene)
  const counts = new Map<ProductId, number>()
  const once = new Set<ProductId>()
  const count = (id: ProductId) => counts.set(id, (counts.get(id) ?? 0) + 1)
  const add = (product: Product) => {
    count(product.id)
    for (const id of product.each) if (products.has(id)) count(id)
    for (const id of product.once) if (products.has(id)) once.add(id)
  }
  for (const { id } of room.fixtures) {
    const product = taking.has(id) ? productAt(products, room, id) : undefined
    if (product !== undefined) add(product)
  }
  for (const id of scene.products) {
    const product = products.get(id)
    if (product !== undefined && !counts.has(id)) add(product)
  }
  for (const id of once) counts.delete(id)
  return {
    scene: scene.id,
    items: [...counts].map(([product, number]) => ({ product, count: number })),
    once: [...once],
    settings: settingsOf(scene, room),
    beyond: [
      ...(scene.moments.length > 0 ? (['moments'] as const) : []),
      ...(scene.palettes.length > 0 ? (['palettes'] as const) : []),
    ],
  }
}

/** Fixtures that shine, play or move in a scene, at its start or later. */
function participants(scene: Scene): ReadonlySet<string> {
  const asked = [scene.fixtures, ...scene.moments.map(({ fixtures }) => fixtures)]
  const active = asked.flatMap((targets) =>
    Object.entries(targets).flatMap(([id, target]) => (target.on === false ? [] : [id])),
  )
  return new Set([...active, ...scene.palettes.flatMap(({ fixtures }) => fixtures)])
}

function productAt(products: Products, room: RoomDescription, fixture: FixtureId): Product | undefined {
  return [...products.values()].find(({ at }) => at[room.id]?.includes(fixture) === true)
}

function settingsOf(scene: Scene, room: RoomDescription): Setting[] {
  const targets = targetsAtRest(scene)
  return room.fixtures.flatMap((fixture) => {
    const { id, name } = fixture
    const target = targets[id]
    const lowers = fixture.kind === 'blind' && fixture.lowers ? { lowers: true as const } : {}
    return target === undefined ? [] : [{ fixture: id, name, ...plainTarget(target), ...lowers }]
  })
}

function plainTarget({ on, brightness, kelvin, colour, openness }: SceneTarget): Partial<Setting> {
  if (on === false) return { on }
  return {
    ...(on === undefined ? {} : { on }),
    ...(brightness === undefined ? {} : { brightness }),
    ...(kelvin === undefined ? {} : { kelvin }),
    ...(colour === undefined ? {} : { colour }),
    ...(openness === undefined ? {} : { openness }),
  }
}
