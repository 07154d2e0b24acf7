import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import type { LightState } from '../../src/contract/fixture-state.ts'
import { fixtureId, roomId, type SceneId, sceneId } from '../../src/contract/ids.ts'
import type { Intent } from '../../src/contract/intent.ts'
import type { SceneCard } from '../../src/contract/offer.ts'
import type { Snapshot } from '../../src/contract/showroom-state.ts'
import type { ShowroomClient } from '../app/showroom-line.ts'
import { useShowroom } from '../app/showroom-store.ts'
import { useOwnLight } from './own-light-store.ts'
import { useVisit } from './visit-store.ts'

const den = roomId.parse('den')
const lamp: LightState = {
  kind: 'light',
  id: fixtureId.parse('pendant'),
  room: den,
  name: { en: 'Pendant', sv: 'Taklampa' },
  reach: 'reachable',
  ability: { kelvin: { min: 2200, max: 4000 }, colour: false },
  on: true,
  brightness: 0.8,
  colour: { mode: 'kelvin', kelvin: 2700 },
  fade: null,
}
const evening: SceneCard = {
  id: sceneId.parse('evening'),
  room: den,
  title: { en: 'Evening' },
  story: { en: 'The day is over.' },
  icon: 'sofa',
  fit: 'complete',
  missing: [],
  sets: [lamp.id],
  hour: null,
}
const dimTo = (brightness: number): Intent => ({
  kind: 'dim',
  room: den,
  fixture: lamp.id,
  brightness,
  steady: false,
})
const arranged = (brightness: number): Intent => ({
  kind: 'arrange',
  room: den,
  aims: [{ kind: 'light', fixture: lamp.id, on: true, brightness, colour: lamp.colour }],
})

let asked: Intent[]

/** The room as the showroom tells it. */
function tell(
  brightness: number,
  reach: LightState['reach'] = 'reachable',
  activeScene: SceneId | null = null,
): void {
  const snapshot: Snapshot = {
    rooms: [{ id: den, name: { en: 'Den', sv: 'Rum' }, activeScene, arrival: null }],
    scenes: activeScene === null ? [] : [{ ...evening, id: activeScene }],
    rules: [],
    facts: [],
    journey: null,
    shop: { store: null, takeHomeUrl: '', products: [], lists: [] },
    fixtures: [{ ...lamp, brightness, reach }],
    presence: { phase: 'visit' },
    dongle: { phase: 'ready', simulated: true },
    dongleFacts: null,
    notices: [],
  }
  useShowroom().take({ kind: 'snapshot', nowMs: 0, snapshot })
}

/** A shopper dims the lamp, and the room follows. */
function dim(brightness: number): void {
  useShowroom().ask(dimTo(brightness))
  tell(brightness)
}

/** A page that has just opened its line to the showroom. */
function open(brightness: number, reach: LightState['reach'] = 'reachable'): void {
  setActivePinia(createPinia())
  asked = []
  const send = async (intent: Intent) => {
    asked.push(intent)
  }
  useShowroom().lineIs({ send } as unknown as ShowroomClient)
  useOwnLight()
  tell(brightness, reach)
}

beforeEach(() => open(0.8))
afterEach(() => {
  vi.useRealTimers()
})

describe('a light of one’s own', () => {
  it('is taken back step by step, and taking back is no step', () => {
    const light = useOwnLight()
    dim(0.5)
    dim(0.2)
    light.undo()
    expect(asked.at(-1)).toEqual(arranged(0.5))
    tell(0.5)
    light.undo()
    expect(asked.at(-1)).toEqual(arranged(0.8))
    expect(light.canUndo).toBe(false)
  })

  it('goes back to what was wished, whatever a lamp told on its way', () => {
    const light = useOwnLight()
    useShowroom().ask(dimTo(0.6))
    tell(0.6759) // It still fades.
    useShowroom().ask(dimTo(0.2))
    tell(0.2)
    light.undo()
    expect(asked.at(-1)).toEqual(arranged(0.6))
  })

  it('goes back to what another hand has made of it since', () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const light = useOwnLight()
    dim(0.6)
    vi.advanceTimersByTime(4000)
    tell(0.9) // A remote.
    dim(0.2)
    light.undo()
    expect(asked.at(-1)).toEqual(arranged(0.9))
  })

  it('goes back to the scene that ran', () => {
    const light = useOwnLight()
    tell(0.7, 'reachable', evening.id)
    dim(0.2)
    light.undo()
    expect(asked.at(-1)).toEqual({ kind: 'play-scene', scene: evening.id })
  })

  it('is compared with before for as long as somebody holds', () => {
    const light = useOwnLight()
    dim(0.2)
    light.compare()
    expect(asked.at(-1)).toEqual(arranged(0.8))
    expect(light.comparing).toBe(true)
    tell(0.8)
    light.endCompare()
    expect(asked.at(-1)).toEqual(arranged(0.2))
    expect(light.canUndo).toBe(true)
  })

  it('is kept, and known again when it runs', () => {
    const light = useOwnLight()
    dim(0.3)
    light.keep()
    expect(light.keptRuns).toBe(true)
    dim(0.9)
    expect(light.keptRuns).toBe(false)
    light.playKept()
    expect(asked.at(-1)).toEqual(arranged(0.3))
  })

  it('is gone with the visit, and so is every step', async () => {
    const light = useOwnLight()
    dim(0.3)
    light.keep()
    light.compare()
    expect([light.canUndo, light.canCompare, light.keptHere, light.comparing]).toEqual([
      true,
      true,
      true,
      true,
    ])
    useVisit().next()
    await nextTick()
    expect([light.canUndo, light.canCompare, light.keptHere, light.comparing]).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('asks nothing of a lamp that nobody had read when it was kept', () => {
    open(0.4, 'unknown')
    useOwnLight().keep()
    tell(0.8)
    useOwnLight().playKept()
    expect(asked).toEqual([])
  })
})
