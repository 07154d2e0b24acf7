import { composedLook, type Look } from '../room/gaze.ts'

/** What one touch of a button or key does to the view. */
export type ViewStep = 'left' | 'right' | 'up' | 'down' | 'nearer' | 'farther' | 'home'

/** What a key means while the view's buttons are in focus. */
export const viewKeys: Readonly<Record<string, ViewStep>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  '+': 'nearer',
  '-': 'farther',
  Home: 'home',
}

const turnStep = Math.PI / 15
const tiltStep = Math.PI / 30
const closerStep = 1.12

/** Where the view shall be after a step; the room still limits it. */
export function lookAfter(look: Look, step: ViewStep): Look {
  switch (step) {
    case 'left':
      return { ...look, azimuth: look.azimuth - turnStep }
    case 'right':
      return { ...look, azimuth: look.azimuth + turnStep }
    case 'up':
      return { ...look, tilt: look.tilt + tiltStep }
    case 'down':
      return { ...look, tilt: look.tilt - tiltStep }
    case 'nearer':
      return { ...look, closer: look.closer * closerStep }
    case 'farther':
      return { ...look, closer: look.closer / closerStep }
    case 'home':
      return composedLook
  }
}
