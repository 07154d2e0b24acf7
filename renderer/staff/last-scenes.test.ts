import { expect, it } from 'vitest'
import { snapshot } from '../../src/contract/showroom-state.ts'
import { lastScenes } from './last-scenes.ts'

const words = (name: string) => ({ en: name, sv: name })
const fixture = {
  id: 'lamp',
  room: 'den',
  name: words('Lamp'),
  reach: 'unreachable',
  kind: 'plug',
  on: false,
}
const arrival = {
  scene: 'evening',
  outcome: 'not-reached',
  missing: [{ fixture: 'lamp', reason: 'silent' }],
}
const told = snapshot.parse({
  rooms: [
    { id: 'den', name: words('Den'), activeScene: null, arrival },
    { id: 'hall', name: words('Hall'), activeScene: null, arrival: null },
  ],
  scenes: [
    {
      id: 'evening',
      room: 'den',
      title: words('Evening'),
      story: words('Calm'),
      icon: 'moon',
      fit: 'complete',
      missing: [],
      sets: [],
      hour: null,
    },
  ],
  rules: [],
  facts: [],
  journey: null,
  shop: { store: null, takeHomeUrl: '', products: [], lists: [] },
  presence: { phase: 'visit' },
  fixtures: [{ ...fixture, room: 'hall', name: words('Other') }, fixture],
  dongle: { phase: 'ready', simulated: false },
  dongleFacts: null,
  notices: [],
})

it('tells staff by name which lamp did not get to the scene, in rooms where one was played', () => {
  expect(lastScenes(told)).toEqual([
    {
      room: 'den',
      scene: 'evening',
      title: words('Evening'),
      outcome: 'not-reached',
      missing: [{ id: 'lamp', name: words('Lamp'), reason: 'silent' }],
    },
  ])
})
