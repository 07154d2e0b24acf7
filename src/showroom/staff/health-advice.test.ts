import { expect, test } from 'vitest'
import { fixtureId, roomId } from '../../contract/ids.ts'
import type { HealthReport } from '../../contract/staff/health-report.ts'
import { adviceOf } from './health-advice.ts'

const device = {
  id: '0x1',
  vendor: 'v',
  model: 'm',
  name: '',
  kind: 'light' as const,
  abilities: ['light' as const],
  power: 'mains' as const,
  place: { room: roomId.parse('den'), fixture: fixtureId.parse('pendant') },
  health: 'answers' as const,
  battery: null,
}
const well: Omit<HealthReport, 'advice'> = {
  machine: {
    now: '2026-11-21T12:00:00.000Z',
    uptimeS: 1,
    memory: { free: 2, total: 4 },
    disk: { free: 50, total: 100, isReadOnly: false },
    ownMemory: 1,
    platform: 'test',
    node: 'v24',
  },
  runs: [{ startedAt: '2026-11-21T11:00:00.000Z', endedAt: null, broken: null }],
  dongle: { phase: 'ready', simulated: false },
  dongleFacts: null,
  notices: [],
  devices: [device],
  signals: { '0x1': 200 },
}
const codes = (part: Partial<typeof well>) => adviceOf({ ...well, ...part }).map(({ code }) => code)

test('a kiosk that is well needs nothing', () => {
  expect(codes({})).toEqual([])
})

test('each trouble has its advice', () => {
  const { machine } = well
  const lost = { phase: 'lost', simulated: false } as const
  expect(codes({ dongle: lost })).toEqual(['dongle-away'])
  const notice = { severity: 'error', sentence: 'x', values: {} } as const
  expect(codes({ dongle: lost, notices: [{ ...notice, code: 'dongle-unplugged' }] })).toEqual(['dongle-away'])
  expect(codes({ dongle: lost, notices: [{ ...notice, code: 'dongle-other-network' }] })).toEqual([])
  expect(codes({ machine: { ...machine, now: '1970-01-01T00:01:00.000Z' } })).toEqual(['clock-wrong'])
  const disk = { free: 9, total: 100, isReadOnly: false }
  expect(codes({ machine: { ...machine, disk } })).toEqual(['disk-low'])
  expect(codes({ machine: { ...machine, disk: { ...disk, free: 50, isReadOnly: true } } })).toEqual([
    'disk-read-only',
  ])
  expect(codes({ machine: { ...machine, disk: null } })).toEqual([])
  expect(codes({ machine: { ...machine, memory: { free: 1, total: 20 } } })).toEqual(['memory-low'])
  expect(codes({ devices: [{ ...device, health: 'silent' }] })).toEqual(['lamps-silent'])
  expect(codes({ devices: [{ ...device, health: 'gone' }] })).toEqual(['devices-gone'])
  expect(codes({ devices: [{ ...device, battery: 0.1 }] })).toEqual(['batteries-low'])
})

test('one device far away is not the network’s fault, a third of them is', () => {
  expect(codes({ signals: { a: 20, b: 200, c: 200, d: 200 } })).toEqual([])
  expect(adviceOf({ ...well, signals: { a: 20, b: 30, c: 200, d: 200 } })).toEqual([
    { code: 'radio-weak', count: 2 },
  ])
})

test('three ends of a day that nobody ordered are too many; orderly ones, and older ones, are not', () => {
  const run = (startedAt: string, endedAt: string | null) => ({ startedAt, endedAt, broken: null })
  const now = run('2026-11-21T11:00:00.000Z', null)
  const crash = run('2026-11-21T10:00:00.000Z', null)
  expect(codes({ runs: [now, crash, crash, crash] })).toEqual(['restarts-often'])
  expect(
    codes({ runs: [now, crash, crash, run('2026-11-21T09:00:00.000Z', '2026-11-21T09:30:00.000Z')] }),
  ).toEqual([])
  expect(codes({ runs: [now, crash, crash, run('2026-11-19T09:00:00.000Z', null)] })).toEqual([])
})
