import { execFileSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { backupFile } from './dongle-session.ts'
import { patience, startWithLamps } from './testing/driver-rig.ts'
import { works } from './testing/fuzz-host.ts'

it('a stick that is pulled out just as it is taken into use is looked for again', async () => {
  const { stick, rig } = await startWithLamps([1])
  const backup = join(rig.folder, 'zigbee', backupFile)
  const pipe = `${backup}.pipe`
  await stick.unplug()
  await vi.waitFor(() => expect(rig.latestStatus()?.status.phase).toBe('lost'), patience)
  // Its last step before it is in use is to read the backup: here that takes until we say so.
  const stop = rig.driver.listen((event) => {
    if (event.kind !== 'device') return
    stop()
    rmSync(backup, { force: true })
    execFileSync('mkfifo', [pipe])
    execFileSync('ln', ['-s', pipe, backup])
  })
  await stick.replug()
  await vi.waitFor(() => expect(existsSync(pipe)).toBe(true), patience)
  await stick.unplug()
  // The port says that it is closed; that nobody hears it here is the point.
  await new Promise((resolve) => setTimeout(resolve, 100))
  await writeFile(pipe, '')
  rmSync(backup, { force: true })
  await stick.replug()
  await vi.waitFor(() => expect(rig.latestStatus()?.status.phase).toBe('ready'), patience)
  await works(rig, [1])
  await rig.stop()
  await stick.discard()
})
