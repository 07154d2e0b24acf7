import { describe, expect, it } from 'vitest'
import type { Notice } from '../../src/contract/showroom-state.ts'
import { byUrgency, noticeValues } from './notice-words.ts'

const notice = (severity: Notice['severity'], values: Record<string, string> = {}): Notice => ({
  code: 'some-code',
  severity,
  sentence: 'A sentence.',
  values,
})

describe('a notice', () => {
  it('names a lamp in the language of the reader', () => {
    const silent = notice('warning', { place: 'den/lamp', en: 'Lamp', sv: 'Lampa' })
    expect(noticeValues(silent, 'sv').name).toBe('Lampa')
    expect(noticeValues(silent, 'en').name).toBe('Lamp')
  })

  it('keeps a name that it brings itself', () => {
    expect(noticeValues(notice('info', { name: 'x' }), 'en').name).toBe('x')
  })

  it('comes the earlier the worse it is', () => {
    const sorted = byUrgency([notice('info'), notice('error'), notice('warning')])
    expect(sorted.map(({ severity }) => severity)).toEqual(['error', 'warning', 'info'])
  })
})
