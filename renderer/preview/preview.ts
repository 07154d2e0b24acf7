import type { FixtureState } from '../../src/contract/fixture-state.ts'
import { RoomView } from '../room/room-view.ts'

/** What `showroom preview` gives to look at, by name: the lamps, and how much daylight there is, 0..1. */
interface Look {
  readonly name: string
  readonly daylight: number
  readonly fixtures: readonly FixtureState[]
}

const canvas = document.querySelector('canvas')
const panel = document.querySelector('nav')
if (canvas === null || panel === null) throw new Error('The page lacks its canvas or its panel.')

const looks = (await (await fetch('/preview/looks.json')).json()) as Look[]
const asked = new URLSearchParams(location.search)
const view = new RoomView(canvas)
view.resize()
await view.load('/preview/room/room.json')

const daylight = document.createElement('input')
Object.assign(daylight, { type: 'range', min: '0', max: '1', step: '0.01' })
daylight.addEventListener('input', () => view.setDaylight(Number(daylight.value)))

const buttons = looks.map((look) => {
  const button = document.createElement('button')
  button.textContent = look.name
  button.addEventListener('click', () => show(look))
  return button
})
const label = document.createElement('label')
label.append('Night', daylight, 'Day')
panel.append(...buttons, label)
// A picture shows the room and nothing else.
panel.hidden = asked.has('picture')

function show(look: Look): void {
  daylight.value = String(look.daylight)
  view.setDaylight(look.daylight)
  view.apply(look.fixtures, performance.now())
  buttons.forEach((button, i) => {
    button.setAttribute('aria-pressed', String(looks[i] === look))
  })
}

const first = looks.find(({ name }) => name === asked.get('look')) ?? looks[0]
if (first) show(first)
addEventListener('resize', () => view.resize())

// Whoever takes a picture waits until the view has drawn and rests.
const before = view.frames
const restFrames = 20
const wait = (seen: number, still: number): void => {
  const rests = view.frames > before && view.frames === seen
  if (rests && still >= restFrames) document.documentElement.dataset.drawn = JSON.stringify(view.cost)
  else requestAnimationFrame(() => wait(view.frames, rests ? still + 1 : 0))
}
wait(before, 0)
