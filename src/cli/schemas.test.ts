import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contentSchemas } from './schemas.ts'

test.each([...contentSchemas()])(
  'scenes/schemas/%s says what the kiosk reads (npx showroom schemas)',
  (name, text) => {
    expect(readFileSync(`scenes/schemas/${name}`, 'utf8')).toBe(text)
  },
)
