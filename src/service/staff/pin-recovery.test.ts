import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { FileJournal } from '../../platform/file-journal.ts'
import { FileStorage } from '../../platform/file-storage.ts'
import { silentLog } from '../../showroom/log.ts'
import { ManualClock } from '../../showroom/manual-clock.ts'
import { PinDoor } from '../../showroom/staff/pin-door.ts'
import { cheapHasher } from '../testing/test-desk.ts'
import { recoverPin } from './pin-recovery.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recovery-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function door(): Promise<PinDoor> {
  const opened = new PinDoor({
    storage: new FileStorage(folder),
    hasher: cheapHasher,
    clock: new ManualClock(),
    log: silentLog,
  })
  await opened.load()
  return opened
}

it('a file in the data folder makes the kiosk forget its PINs and wrong tries, once', async () => {
  const before = await door()
  await before.begin('482139', null)
  for (let guess = 0; guess < 3; guess++) await before.signIn('555123')
  expect(await recoverPin(folder, silentLog)).toBe(false)
  expect((await door()).hasPin).toBe(true)

  await writeFile(join(folder, 'forget-staff-pin.txt'), '')
  expect(await recoverPin(folder, silentLog)).toBe(true)
  const after = await door()
  expect([after.hasPin, after.waitMs]).toEqual([false, 0])
  await expect(access(join(folder, 'forget-staff-pin.txt'))).rejects.toThrow()
  const log = await new FileJournal(join(folder, 'staff/audit.jsonl')).newest(1)
  expect(log[0]?.what).toBe('pinForgotten')

  await after.begin('482139', null)
  expect(await recoverPin(folder, silentLog)).toBe(false)
})
