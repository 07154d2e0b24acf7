import type { DeviceDriver } from '../showroom/driver.ts'
import type { Log } from '../showroom/log.ts'
import type { RunningDongle } from './virtual-dongle-process.ts'

export interface JoiningParts {
  readonly dongle: RunningDongle
  readonly driver: DeviceDriver
  readonly log: Log
  /** For so long nobody new has said what it is: then those that are missing are switched off and on, as staff would. */
  readonly patienceMs?: number
}

/** They join one after the other, a dozen in some seconds; a busy machine takes many times as long. */
const usualPatienceMs = 20_000
/** So many rounds in a row bring nobody, and it is given up. */
const roundsInVain = 3
const joinSeconds = 120

/**
 * Switches simulated devices on and lets them join, as staff would. It goes on for as long as there are new ones;
 * resolves with those that did not join.
 */
export async function joinVirtualDevices(
  strangers: readonly string[],
  { dongle, driver, log, patienceMs = usualPatienceMs }: JoiningParts,
): Promise<string[]> {
  if (strangers.length === 0) return []
  log('info', `${strangers.length} simulated devices join the network.`)
  const arrivals = new Arrivals(driver, strangers)
  try {
    for (let vain = 0; arrivals.missing.size > 0 && vain < roundsInVain; ) {
      const before = arrivals.missing.size
      await driver.openForJoining(joinSeconds)
      for (const ieee of [...arrivals.missing]) {
        if (vain > 0) await switchOffAndOn(dongle, ieee)
        await post(dongle, `/devices/${ieee}/join`)
      }
      await arrivals.pauseOf(patienceMs)
      vain = arrivals.missing.size < before ? 0 : vain + 1
    }
    await driver.openForJoining(0)
  } finally {
    arrivals.stop()
  }
  const missing = [...arrivals.missing]
  if (missing.length > 0) log('warning', `Simulated devices did not join: ${missing.join(', ')}`)
  return missing
}

/** Notes which of the devices that are waited for have said what they are. */
class Arrivals {
  readonly missing: Set<string>
  private readonly unlisten: () => void
  private arrived = () => {}

  constructor(driver: DeviceDriver, wanted: readonly string[]) {
    this.missing = new Set(wanted)
    this.unlisten = driver.listen((event) => {
      if (event.kind === 'device' && this.missing.delete(event.device.id)) this.arrived()
    })
  }

  /** Resolves when all are there, or nobody has come for so long. */
  pauseOf(patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined
      this.arrived = () => {
        clearTimeout(timer)
        if (this.missing.size === 0) resolve()
        else timer = setTimeout(resolve, patienceMs)
      }
      this.arrived()
    })
  }

  stop(): void {
    this.unlisten()
    this.arrived = () => {}
  }
}

async function switchOffAndOn(dongle: RunningDongle, ieee: string): Promise<void> {
  for (const on of [false, true]) await post(dongle, `/devices/${ieee}/power`, { on })
}

async function post(dongle: RunningDongle, path: string, body: object = {}): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${dongle.control}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`the virtual dongle refused ${path}: ${await response.text()}`)
}
