import { dimmerToOutput } from '../../light/dimmer.ts'
import { writtenChromaticity } from '../../light/written-colour.ts'
import { isSaturatedRed } from '../light-track.ts'
import type { Scene, SceneTarget } from '../scene.ts'
import type { DataPath } from '../yaml-file.ts'

/** A change of this share of a lamp's full linear output counts towards a flash (WCAG 2.2, "general flash"). */
const largeChange = 0.1
/** Two opposing large changes within this time look like flicker, long before the guard has to hold them up. */
const calmMs = 1000
/** Lamps take no less to get anywhere. */
const quickestMs = 400
/** From and to saturated red no quicker than this (WCAG 2.2, "red flash", is about seconds; this is about taste). */
const calmRedMs = 3000

export interface Restless {
  readonly path: DataPath
  readonly message: string
  readonly hint: string
}

/** Where a scene makes lamps restless, in the time that a shopper sees it in. */
export function restlessLamps(scene: Scene): Restless[] {
  return [...momentsThatTurn(scene), ...reds(scene)]
}

/** How many times quicker than written the moments pass before a shopper. */
export function shopperSpeed(scene: Scene): number {
  const last = scene.moments.at(-1)
  if (last === undefined || scene.shownIn === undefined) return 1
  return (last.at + (last.transition ?? scene.transition)) / scene.shownIn
}

function momentsThatTurn(scene: Scene): Restless[] {
  const speed = shopperSpeed(scene)
  const parts = [
    { atMs: 0, fixtures: scene.fixtures, path: ['fixtures'] },
    ...scene.moments.map(({ at, fixtures }, index) => ({
      atMs: at / speed,
      fixtures,
      path: ['moments', index, 'fixtures'],
    })),
  ]
  const found: Restless[] = []
  parts.slice(1).forEach(({ atMs }, index) => {
    const apartMs = atMs - (parts[index]?.atMs ?? 0)
    if (apartMs >= quickestMs) return
    found.push({
      path: ['moments', index, 'at'],
      message: `comes ${Math.round(apartMs)} ms after the one before as a shopper sees it, and lamps take ${quickestMs} ms`,
      hint: scene.shownIn === undefined ? 'give it more time' : 'give it more time, or raise "shownIn"',
    })
  })
  return [...found, ...lampsThatTurn(parts)]
}

/** What is asked of fixtures at a time; `path` is where that stands. */
export interface TimedTargets {
  readonly atMs: number
  readonly fixtures: Readonly<Record<string, SceneTarget>>
  readonly path: DataPath
}

/** Lamps that are told to turn up and down too quickly, by what they are told in the order of time. */
export function lampsThatTurn(parts: readonly TimedTargets[]): Restless[] {
  const found: Restless[] = []
  const lamps = new Map<string, { target: SceneTarget; output: number; turn: number; atMs: number }>()
  for (const { atMs, fixtures, path } of parts) {
    for (const [id, given] of Object.entries(fixtures)) {
      if (given.openness !== undefined) continue
      const known = lamps.get(id)
      const target = { ...known?.target, ...given }
      const output = given.on === false ? 0 : dimmerToOutput(target.brightness ?? 1)
      const change = known === undefined ? 0 : output - known.output
      const turn = Math.abs(change) < largeChange ? 0 : Math.sign(change)
      if (known !== undefined && turn !== 0 && turn === -known.turn && atMs - known.atMs < calmMs) {
        found.push({
          path: [...path, id],
          message: `"${id}" turns ${turn > 0 ? 'up' : 'down'} ${Math.round(atMs - known.atMs)} ms after it turned ${turn > 0 ? 'down' : 'up'}: that flickers`,
          hint: 'let a second pass between the two, or make one of them smaller',
        })
      }
      lamps.set(id, {
        target,
        output,
        turn: turn === 0 ? (known?.turn ?? 0) : turn,
        atMs: turn === 0 ? (known?.atMs ?? atMs) : atMs,
      })
    }
  }
  return found
}

function reds(scene: Scene): Restless[] {
  return scene.palettes.flatMap(({ colours, every }, index) => {
    const red = colours.filter((hex) => {
      const chromaticity = writtenChromaticity(hex)
      return chromaticity !== null && isSaturatedRed(chromaticity)
    })
    if (red.length === 0 || red.length === colours.length || every >= calmRedMs) return []
    return [
      {
        path: ['palettes', index, 'every'],
        message: `wanders to and from saturated red (${red.join(', ')}) so quickly that it disturbs`,
        hint: 'take 3s or more, or a paler red',
      },
    ]
  })
}
