import type { Notice } from '../contract/showroom-state.ts'
import type { Storage } from '../showroom/storage.ts'
import type { DonglePort } from '../zigbee/dongle-port.ts'
import { dongleAt, findUsbDongle } from '../zigbee/find-dongle.ts'
import type { Settings } from './settings.ts'
import { ensureVirtualDongle, type RunningDongle } from './virtual-dongle-process.ts'

export interface Located {
  readonly port: DonglePort
  readonly notice: Notice | null
}

/** Decides which dongle to use, as the settings say, and starts the virtual one when that is it. */
export class DongleLocator {
  private readonly settings: Settings
  private readonly storage: Storage
  private readonly devicesFile: string
  private virtual: RunningDongle | null = null

  constructor(settings: Settings, storage: Storage, devicesFile: string) {
    this.settings = settings
    this.storage = storage
    this.devicesFile = devicesFile
  }

  /** The virtual dongle in use, or null when it is a real one. */
  virtualDongle(): RunningDongle | null {
    return this.virtual
  }

  /** A kiosk that ever had a real dongle waits for it: its lamps are real, and must not turn into simulated ones. */
  private async hasRealNetwork(): Promise<boolean> {
    return (await this.storage.read('zigbee/network.json')) !== null
  }

  /** Whether this start goes on with simulated lamps that have joined before. */
  async resumesSimulation(): Promise<boolean> {
    const { zigbeePort, zigbeeAdapter } = this.settings
    if ((await this.storage.read('virtual/network.json')) === null) return false
    if (zigbeePort !== 'auto') return zigbeePort === 'virtual'
    return !(await this.hasRealNetwork()) && (await findUsbDongle(zigbeeAdapter)) === null
  }

  async locate(): Promise<Located> {
    const { zigbeePort, zigbeeAdapter } = this.settings
    this.virtual = null
    if (zigbeePort !== 'auto' && zigbeePort !== 'virtual') {
      return { port: await dongleAt(zigbeePort, zigbeeAdapter), notice: null }
    }
    const found = zigbeePort === 'auto' ? await findUsbDongle(zigbeeAdapter) : null
    if (found !== null) return { port: found, notice: null }
    if (zigbeePort === 'auto' && (await this.hasRealNetwork())) {
      throw new Error('no such file or directory: no known dongle is plugged in')
    }
    this.virtual = await ensureVirtualDongle(this.storage, this.settings.dataFolder, this.devicesFile)
    return {
      port: { path: `tcp://127.0.0.1:${this.virtual.listen}`, adapter: 'zstack', simulated: true },
      notice: zigbeePort === 'auto' ? noDongleFound : simulatedByChoice,
    }
  }
}

const noDongleFound: Notice = {
  code: 'dongle-simulated-for-want',
  severity: 'warning',
  sentence: 'No Zigbee dongle was found, so the lamps are simulated. Plug one in and start the kiosk again.',
  values: {},
}

const simulatedByChoice: Notice = {
  code: 'dongle-simulated',
  severity: 'info',
  sentence: 'The lamps are simulated, as this kiosk is set up.',
  values: {},
}
