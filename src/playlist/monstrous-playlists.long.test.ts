import { expect, test } from 'vitest'
import { readContent } from '../showroom/content.ts'
import { mutateText } from '../showroom/testing/mutate-text.ts'
import { WallClock } from '../showroom/wall-clock.ts'
import { problemsOf, readYamlFile } from '../showroom/yaml-file.ts'
import { SeededRandom } from '../virtual/seeded-random.ts'
import { evaluate } from './evaluate.ts'
import { playlist, playlistVersions } from './playlist.ts'
import { readPlaylists } from './playlist-files.ts'
import { someKiosk } from './testing/offers.ts'

const good = `version: 1
id: winter
title: { en: Winter, sv: Vinter }
class: base
share: 3
from: 2026-11-27 09:00
until: 2027-01-06
hours: [{ days: [fri], from: "18:00", until: "02:00" }]
except: [{ on: 2026-12-24 }, { on: 2026-12-26, hours: [{ from: "12:00", until: "01:00" }] }]
stores: { countries: [se], tags: [city], without: [small] }
rooms: [den]
`

test('a spoilt playlist is read or has a problem with a place, and what is read can be judged at any time', () => {
  const random = new SeededRandom(7)
  const wall = new WallClock('Europe/Stockholm')
  const content = readContent([])
  let read = 0
  for (let count = 0; count < 1500; count++) {
    const text = mutateText(good, () => random.next())
    const checked = readYamlFile('playlists/winter.yaml', text, playlist, playlistVersions)
    if (!checked.ok) {
      for (const { line, column, message } of problemsOf(checked)) {
        expect(line * column).toBeGreaterThan(0)
        expect(message).not.toBe('')
      }
      expect(problemsOf(checked).length, text).toBeGreaterThan(0)
      continue
    }
    read += 1
    const { value } = checked.checked
    const offers = [
      {
        key: 'se/x',
        revision: 1,
        playlist: value,
        ring: 100,
        stop: false,
        broken: null,
        late: null,
        lacks: null,
      },
    ]
    for (const year of [1970, 2006, 2026, 2046, 9000]) {
      const { judged } = evaluate(offers, someKiosk, wall, Date.parse(`${year}-12-26T23:30Z`))
      expect(judged).toHaveLength(1)
    }
    expect(readPlaylists([{ path: 'playlists/winter.yaml', text }], content).playlists).toEqual([])
  }
  expect(read).toBeGreaterThan(10)
})
