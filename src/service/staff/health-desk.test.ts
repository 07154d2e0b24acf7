import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import { NodeMachine } from '../../platform/node-machine.ts'
import { silentLog } from '../../showroom/log.ts'
import { MemoryStorage } from '../../showroom/memory-storage.ts'
import { RunRecord } from '../../showroom/staff/run-record.ts'
import { Den, pendant } from '../../showroom/testing/den.ts'
import { testDesk } from '../testing/test-desk.ts'
import { createStaffRouter } from './staff-router.ts'

it('a clerk sees what is broken, with what to do; and no secret stands in it', async () => {
  const den = await Den.open()
  const at = testDesk(den.showroom, den.driver, den.clock, den.storage)
  await at.desk.start()
  const client = createRouterClient(createStaffRouter(at.desk))
  const { session } = await client.begin({ managerPin: '482139', clerkPin: '907331' })
  den.driver.setPower(pendant, false)
  await den.clock.advance(20_000)
  const report = await client.health({ session })
  expect(report.advice).toEqual([{ code: 'lamps-silent', count: 1 }])
  expect(report.devices.find(({ id }) => id === pendant)).toMatchObject({ health: 'silent' })
  expect(report.signals[pendant]).toBeUndefined()
  const text = JSON.stringify(report)
  for (const secret of [session, '482139', '907331', 'hash', 'salt', 'networkKey']) {
    expect(text).not.toContain(secret)
  }
  // What sensors saw is nobody's business here.
  expect(Object.keys(report)).not.toContain('facts')
})

it('looking again and again keeps no session alive', async () => {
  const den = await Den.open()
  const at = testDesk(den.showroom, den.driver, den.clock, den.storage)
  await at.desk.start()
  const client = createRouterClient(createStaffRouter(at.desk))
  const { session } = await client.begin({ managerPin: '482139', clerkPin: null })
  for (let look = 0; look < 11; look++) {
    await den.clock.advance(10_000)
    await client.health({ session })
  }
  await den.clock.advance(10_000)
  await expect(client.health({ session })).rejects.toMatchObject({ code: 'SIGN_IN' })
})

it('reports lie in the data folder, the newest five', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reports-'))
  let minute = 0
  const machine = new NodeMachine(folder, () => new Date(Date.UTC(2026, 10, 21, 12, minute++)))
  for (let report = 0; report < 7; report++) await machine.saveReport('report.json', `${report}`)
  const files = (await readdir(join(folder, 'reports'))).sort()
  expect(files).toHaveLength(5)
  expect(await readFile(join(folder, 'reports', files.at(-1) ?? ''), 'utf8')).toBe('6')
  const facts = await machine.facts()
  expect(facts.disk?.total).toBeGreaterThan(facts.disk?.free ?? 0)
  await rm(folder, { recursive: true })
})

it('a run that nobody ended says whether the whole machine went off, or the program alone', async () => {
  const storage = new MemoryStorage()
  let hour = 0
  let bootHour = 0
  const start = async () => {
    hour++
    const runs = new RunRecord({
      ...{ storage, log: silentLog },
      date: () => `2026-11-21T0${hour}:00:00.000Z`,
      uptimeS: async () => (hour - bootHour) * 3600,
    })
    await runs.begin()
    return runs
  }
  await (await start()).end()
  await start() // Killed, while the machine goes on.
  await start() // Its power is cut.
  bootHour = 3.5
  const { runs } = await start()
  expect(runs.map(({ endedAt, broken }) => [endedAt, broken])).toEqual([
    [null, null],
    [null, 'machine'],
    [null, 'program'],
    ['2026-11-21T01:00:00.000Z', null],
  ])
})

it('the last twenty runs are known, however often it was started', async () => {
  const storage = new MemoryStorage()
  for (let run = 0; run < 60; run++) {
    const runs = new RunRecord({
      ...{ storage, log: silentLog },
      date: () => new Date(1.7e12 + run * 60_000).toISOString(),
      uptimeS: async () => 1e6,
    })
    await runs.begin()
    expect(runs.runs.length).toBe(Math.min(20, run + 1))
  }
})
