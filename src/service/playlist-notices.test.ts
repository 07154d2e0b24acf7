import { expect, it } from 'vitest'
import { evaluate } from '../playlist/evaluate.ts'
import type { Manifest } from '../playlist/manifest.ts'
import { offer, someKiosk } from '../playlist/testing/offers.ts'
import { WallClock } from '../showroom/wall-clock.ts'
import type { PollResult } from '../updates/poll-result.ts'
import { playlistNotices, reportOf } from './playlist-notices.ts'

const source = 'https://playlists.example.com/'
const manifest: Manifest = { format: 1, playlist: offer('x').playlist, revision: 1, files: [] }
const lost: PollResult = { kind: 'incomplete', source, isNew: true, isLate: true, why: 'x: no connection' }
const absent: PollResult = { ...lost, isLate: false, why: 'x: the server answers 404' }
const who = { id: 'kiosk-1', store: null, country: 'se' }

function judged(how: Parameters<typeof offer>[2]) {
  const one = { ...offer('winter', '', how), sha256: 'a', manifest, without: new Set<string>(), edition: 'a' }
  return evaluate([one], someKiosk, new WallClock('Europe/Stockholm'), Date.now())
}

it('a line that broke is nobody’s fault and mends itself; a file that the server does not have is head office’s', () => {
  const late = judged({ late: 'light.bin has not come yet' })
  const [told, ...others] = playlistNotices(late, null, [lost], 'right')
  expect(others).toEqual([])
  expect(told).toMatchObject({ code: 'playlists-late', severity: 'info', values: { source } })
  expect(told?.sentence).not.toContain('Head office')

  const broken = judged({ broken: 'light.bin is nowhere to be had' })
  const codes = playlistNotices(broken, null, [absent], 'right').map(({ code, severity }) => [code, severity])
  expect(codes).toEqual([
    ['playlists-incomplete', 'warning'],
    ['playlist-broken', 'warning'],
  ])
})

it('a country that head office does not know is told', () => {
  const told = playlistNotices(judged({}), null, [], 'right', 'es')
  expect(told[0]).toMatchObject({ code: 'country-unlisted', severity: 'info', values: { country: 'es' } })
})

it('the report says which of the two it was', () => {
  const late = reportOf(who, judged({ late: 'light.bin has not come yet' }), null, [lost], 'right', null)
  expect(late.sources).toMatchObject([{ outcome: 'incomplete', reason: 'unreachable' }])
  expect(late.playlists).toMatchObject([
    { state: 'not yet: light.bin has not come yet', verdict: { kind: 'on-its-way' } },
  ])
  const broken = reportOf(who, judged({ broken: 'light.bin is bad' }), null, [absent], 'right', null)
  expect(broken.sources).toMatchObject([{ outcome: 'incomplete', reason: null }])
  expect(broken.playlists).toMatchObject([{ verdict: { kind: 'broken' } }])
})
