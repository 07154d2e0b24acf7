import { describe, expect, it } from 'vitest'
import { fixtureId, roomId, sceneId } from '../../src/contract/ids.ts'
import type { Intent } from '../../src/contract/intent.ts'
import { noHistory, noted, undone } from './light-history.ts'

const room = roomId.parse('den')
const at = (openness: number) => ({
  room,
  scene: null,
  aims: [{ kind: 'blind' as const, fixture: fixtureId.parse('blind'), openness }],
})
const dim = (fixture: string, steady: boolean): Intent => ({
  kind: 'dim',
  room,
  fixture: fixtureId.parse(fixture),
  brightness: 0.5,
  steady,
})
const tap = (fixture: string): Intent => ({
  kind: 'switch',
  room,
  fixture: fixtureId.parse(fixture),
  on: true,
})
const scene: Intent = { kind: 'play-scene', scene: sceneId.parse('evening') }

describe('what can be taken back', () => {
  it('is one step for all the moves of a finger, and one for each finger', () => {
    let history = noHistory
    for (const [i, steady] of [true, true, false].entries())
      history = noted(history, dim('lamp', steady), at(i))
    expect(history.steps).toEqual([at(0)])
    history = noted(history, dim('lamp', true), at(3))
    expect(history.steps).toEqual([at(0), at(3)])
  })

  it('goes back step by step, twenty at most', () => {
    let history = noHistory
    for (let i = 0; i < 30; i++) history = noted(history, tap('lamp'), at(i))
    expect(history.steps).toHaveLength(20)
    for (let i = 29; i >= 10; i--) {
      expect(history.steps.at(-1)).toEqual(at(i))
      history = undone(history)
    }
    expect(history.steps).toEqual([])
  })

  it('does not count that somebody is here', () => {
    expect(noted(noHistory, { kind: 'stay' }, at(0))).toBe(noHistory)
  })
})

describe('before', () => {
  it('is the room before a scene, and the scene before it was changed', () => {
    let history = noted(noHistory, scene, at(0))
    expect(history.before).toEqual(at(0))
    history = noted(history, tap('lamp'), at(1))
    history = noted(history, tap('other'), at(2))
    expect(history.before).toEqual(at(1))
    expect(noted(history, scene, at(3)).before).toEqual(at(3))
  })
})
