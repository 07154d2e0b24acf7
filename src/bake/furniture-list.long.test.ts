import { expect, test } from 'vitest'
import { catalogue } from '../../scenes/furniture/catalogue.ts'
import { furnitureList } from './furniture-list.ts'

test('every kind of furniture is told with what its parameters mean and are usually', () => {
  const list = furnitureList()
  for (const name of Object.keys(catalogue)) expect(list).toContain(`${name}: `)
  expect(furnitureList('side-table')).toContain('height: height, metres (0.3 to 0.7); usually 0.5')
  expect(furnitureList('framed-print')).toContain('(oak | black | brass); usually "oak"')
  expect(list).not.toMatch(/^ {4}\w+: (\(|;|$)/m)
})

test.each(Object.entries(catalogue))(
  '%s can be built as it usually is, and stands on its origin',
  (_, kind) => {
    const { parts, emitters } = kind.build(
      {},
      { fixture: 'lamp', beam: kind.directed ? 30 : null, window: null },
    )
    expect(parts.length).toBeGreaterThan(0)
    expect((emitters?.length ?? 0) > 0).toBe(kind.serves === 'light')
    for (const { geometry } of parts)
      for (const value of geometry.getAttribute('position').array) expect(Number.isFinite(value)).toBe(true)
    const shares = (emitters ?? []).reduce((sum, { share }) => sum + share, 0)
    if (kind.serves === 'light') expect(shares).toBeGreaterThan(0.9)
  },
)
