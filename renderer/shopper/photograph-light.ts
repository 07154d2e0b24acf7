import type { Colour } from '../../src/contract/colour.ts'
import type { FixtureState } from '../../src/contract/fixture-state.ts'
import type { Setting } from '../../src/contract/shop.ts'
import { dimmerToOutput } from '../../src/light/dimmer.ts'
import { shownChromaticity } from '../../src/light/lamp-light.ts'
import { chromaticityToLinear, luminance, type Rgb } from '../../src/light/linear-colour.ts'
import { writtenChromaticity } from '../../src/light/written-colour.ts'

/** Light of the window, as so much of a lamp at its brightest: without lamps a room is dim, not black. */
const fromOutside: Rgb = [0.04, 0.05, 0.07]
/** Eyes follow the light: half as much of it does not look half as bright. */
const adaptation = 0.38
const darkest = 0.16
const brightest = 1.25

/** All the light of a room's lamps, each counted alike since a photograph does not know how strong they are. */
export function lightIn(fixtures: readonly FixtureState[]): Rgb {
  const sum: [number, number, number] = [...fromOutside]
  for (const fixture of fixtures) {
    if (fixture.kind !== 'light' || !fixture.on) continue
    const rgb = chromaticityToLinear(shownChromaticity(fixture.colour, fixture.ability))
    const output = dimmerToOutput(fixture.brightness)
    for (const c of [0, 1, 2] as const) sum[c] += Math.max(0, rgb[c]) * output
  }
  return sum
}

/** White where a scene names none, kelvin. */
const usualKelvin = 2700

/** The light of a scene that has come to rest, as it was photographed: what it does not set is off. */
export function lightAtRest(settings: readonly Setting[], fixtures: readonly FixtureState[]): Rgb {
  const byFixture = new Map(settings.map((setting) => [setting.fixture, setting]))
  return lightIn(
    fixtures.map((fixture) => {
      if (fixture.kind !== 'light') return fixture
      const { on, brightness, ...colour } = byFixture.get(fixture.id) ?? { on: false }
      return {
        ...fixture,
        on: on ?? brightness !== undefined,
        brightness: brightness ?? 1,
        colour: colourOf(colour),
      }
    }),
  )
}

function colourOf({ kelvin = usualKelvin, colour }: Pick<Setting, 'kelvin' | 'colour'>): Colour {
  const named = colour === undefined ? null : writtenChromaticity(colour)
  return named === null ? { mode: 'kelvin', kelvin } : { mode: 'xy', ...named }
}

/** How a photograph has to be changed to show other light than it was taken in. */
export interface PhotographLight {
  /** Times as bright. */
  readonly brightness: number
  /** What it is multiplied with, as CSS; white where only brightness changes. */
  readonly tint: string
  /** More than a photograph bears: it would have to shine where it is dark, or lose a colour that it has. */
  readonly tooMuch: boolean
}

/** A dark photograph that is made so much brighter, or a lit one whose colour is so much turned, looks wrong. */
const mostBrightening = 1.35
const leastOfColour = 0.55
const stillLit = 0.4

/** `taken` is the light a photograph was taken in, `now` the light it shall show. */
export function lightOnPhotograph(taken: Rgb, now: Rgb): PhotographLight {
  const share = luminance(now) / luminance(taken)
  const ratio = now.map((value, c) => value / (taken[c] ?? 1) / share)
  const strongest = Math.max(...ratio)
  // Multiplied on the screen's own scale, about the square root of light.
  const tint = ratio.map((value) => Math.round(255 * Math.sqrt(Math.max(0.03, value / strongest))))
  const brightness = share ** adaptation
  return {
    brightness: Math.min(brightest, Math.max(darkest, brightness)),
    tint: `rgb(${tint.join(' ')})`,
    tooMuch: brightness > mostBrightening || (share > stillLit && Math.min(...tint) < 255 * leastOfColour),
  }
}
