import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bakeLight } from './bake-light.ts'
import { buildRoom } from './read-room.ts'

/** The room that docs/rooms.md describes. */
function documentedRoom(): string {
  const guide = readFileSync(new URL('../../docs/rooms.md', import.meta.url), 'utf8')
  return /```yaml\n(.*?)```/s.exec(guide)?.[1] ?? ''
}

test('the room in the guide can be built and lit as it stands there', async () => {
  const { description, model } = buildRoom('docs/rooms.md', documentedRoom())
  const settings = { size: 112, directRays: 1, gatherRays: 2, lampRays: 2, bounces: 1, workers: 0 }
  const { layers } = await bakeLight(model, settings)
  for (const { id } of description.fixtures) {
    const layer = layers.find((candidate) => candidate.kind === 'lamp' && candidate.fixture === id)
    expect(layer?.mean[1], id).toBeGreaterThan(1)
  }
  expect(layers.some((layer) => layer.kind === 'sky' && layer.mean[1] > 0)).toBe(true)
})
