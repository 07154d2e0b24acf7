/** Everything the page says by itself. `{…}` is filled in. */
export const en = {
  title: 'To take home',
  from: '{room}, {store}',
  list: 'For this scene',
  once: 'Once for your home',
  article: 'Article',
  aisle: 'Aisle',
  bin: 'Bin',
  ask: 'Ask for today’s price',
  sum: 'Together',
  unpriced: 'without what has no price here',
  until: 'Prices valid to {day}',
  settings: 'Set it like this',
  on: 'On',
  off: 'Off',
  open: 'Open',
  closed: 'Closed',
  partlyOpen: '{percent} open',
  up: 'Up',
  down: 'Down',
  partlyUp: '{percent} up',
  how: 'What brings it back',
  hub: 'A hub and its app. Enter each value once; from then on one press brings the scene back.',
  moments:
    'In the store the scene goes on by itself. At home that takes a timer in the app; not every hub has one.',
  palettes: 'In the store the colours wander. Not every hub can do that; without it they stand still.',
  yours: 'Walls, furniture and daylight are your own, so the light will be, too.',
  private:
    'All of this was in the code you scanned. This page asks nobody for anything and stores nothing: bookmark it to keep it.',
  garbled: 'This list cannot be read',
  garbledStory: 'Something of the code was lost on the way. Scan it once more at the kiosk.',
  newer: 'This list is newer than this page',
  newerStory: 'Reload the page, or scan the code once more.',
}

export type PageWords = Readonly<typeof en>
