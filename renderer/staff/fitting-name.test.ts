import { expect, it } from 'vitest'
import { fittingName } from './fitting-name.ts'

it('a name is cut where its room ends, and only then', () => {
  expect(fittingName('Licht am Fenster', 11)).toBe('Licht am Fenster')
  expect(fittingName('TRADFRI bulb E27 CWS 806lm', 6)).toBe('TRADFRI b…')
  expect(fittingName('本棚の照明', 6)).toBe('本棚の照明')
  expect(fittingName('ワードローブの照明', 6)).toBe('ワードロ…')
  expect(fittingName('Pendant', 0)).toBe('P…')
})
