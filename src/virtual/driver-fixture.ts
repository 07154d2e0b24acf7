import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Controller, setLogger } from 'zigbee-herdsman'
import { profiles } from './air/profile.ts'
import { VirtualDongle, type VirtualDongleOptions } from './virtual-dongle.ts'

const networkKey = [1, 3, 5, 7, 9, 11, 13, 15, 0, 2, 4, 6, 8, 10, 12, 13]

const silent = () => {}
setLogger({ debug: silent, info: silent, warning: silent, error: silent })

/** A true driver on a true line to a dongle of its own; for tests. */
export class DriverFixture {
  readonly dongle: VirtualDongle
  readonly folder: string
  readonly controller: Controller
  readonly port: number

  private constructor(dongle: VirtualDongle, folder: string, port: number) {
    this.dongle = dongle
    this.folder = folder
    this.port = port
    this.controller = new Controller({
      network: {
        networkKeyDistribute: false,
        networkKey,
        panID: 0x1a62,
        extendedPanID: [1, 2, 3, 4, 5, 6, 7, 8],
        channelList: [15],
      },
      serialPort: { path: `tcp://127.0.0.1:${port}`, adapter: 'zstack' },
      databasePath: join(folder, 'database.db'),
      databaseBackupPath: join(folder, 'database.backup'),
      backupPath: join(folder, 'coordinator.json'),
      adapter: { disableLED: false },
      acceptJoiningDeviceHandler: () => Promise.resolve(true),
    })
  }

  /** `folder` is an earlier driver's memory. */
  static async open(options: VirtualDongleOptions = {}, folder?: string): Promise<DriverFixture> {
    const dongle = new VirtualDongle({ resetMs: 5, formMs: 5, radio: profiles.ideal, seed: 1, ...options })
    const port = await dongle.listen()
    return new DriverFixture(dongle, folder ?? (await mkdtemp(join(tmpdir(), 'virtual-dongle-'))), port)
  }

  /** Another driver with the memory of this one, which has to be stopped, on the same dongle. */
  again(): DriverFixture {
    return new DriverFixture(this.dongle, this.folder, this.port)
  }

  /** Stops driver and dongle; what the driver remembers stays for another. */
  async close(): Promise<void> {
    await this.controller.stop()
    await this.dongle.stop()
  }

  async discard(): Promise<void> {
    await this.close()
    await rm(this.folder, { recursive: true, force: true })
  }
}

/** Waits until `check` gives something, however slow the machine is; fails after a generous while. */
export async function eventually<T>(check: () => T | null | undefined | false, what: string): Promise<T> {
  const end = performance.now() + 120_000
  for (;;) {
    const found = check()
    if (found) return found
    if (performance.now() > end) throw new Error(`${what} did not happen`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
