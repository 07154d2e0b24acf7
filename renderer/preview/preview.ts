import type { FixtureState } from '../../src/contract/fixture-state.ts'
import { RoomView } from '../room/room-view.ts'

/** What `showroom preview` gives to look at, by name: the lamps, and the time of day outside, hours. */
interface Look {
  readonly name: string
  readonly hour: number
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
Object.assign(daylight, { type: 'range', min: '0', max: '24', step: '0.25' })
daylight.addEventListener('input', () => view.setHour(Number(daylight.value)))

const buttons = looks.map((look) => {
  const button = document.createElement('button')
  button.textContent = look.name
  button.addEventListener('click', () => show(look))
  return button
})
const label = document.createElement('label')
label.append('Time of day', daylight)
panel.append(...buttons, label)
// A picture shows the room and nothing else.
panel.hidden = asked.has('picture')

function show(look: Look): void {
  daylight.value = String(look.hour)
  view.setHour(look.hour)
  view.apply(look.fixtures, performance.now())
  buttons.forEach((button, i) => {
    button.setAttribute('aria-pressed', String(looks[i] === look))
  })
}

addEventListener('resize', () => view.resize())

// Whoever takes pictures names a look behind the "#", and waits until it is as good as it gets.
addEventListener('hashchange', showAsked)
showAsked()

function showAsked(): void {
  const named = decodeURIComponent(location.hash.slice(1))
  const look = looks.find(({ name }) => name === named) ?? looks[0]
  const page = document.documentElement
  delete page.dataset.drawn
  if (look === undefined) return
  page.dataset.look = look.name
  show(look)
  const wait = (): void => {
    if (page.dataset.look !== look.name) return
    if (view.isStill) page.dataset.drawn = JSON.stringify(view.cost)
    else requestAnimationFrame(wait)
  }
  requestAnimationFrame(wait)
}
