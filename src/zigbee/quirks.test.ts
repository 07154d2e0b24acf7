import { describe, expect, it } from 'vitest'
import { quirksOf } from './quirks.ts'

describe('quirks', () => {
  it('are those of the maker and of the model', () => {
    expect(quirksOf('IKEA of Sweden', 'TRADFRI bulb E27 CWS 806lm')).toEqual({
      oneTransitionAtATime: true,
      plainOffWhenOff: true,
      lowestLevel: 2,
    })
  })

  it('are none for whom nothing is known', () => {
    expect(quirksOf(undefined, undefined)).toEqual(quirksOf('LUMI', 'lumi.light.aqcn02'))
  })

  it('are found though the name carries stray bytes', () => {
    expect(quirksOf('IKEA of Sweden\u0000', 'x').oneTransitionAtATime).toBe(true)
  })
})
