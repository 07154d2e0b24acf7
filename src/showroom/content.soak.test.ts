import { it } from 'vitest'
import { fuzzContent } from './testing/content-fuzz.ts'

it('100,000 spoilt files: a clear problem or a good scene, never a throw', () => fuzzContent(100_000))
