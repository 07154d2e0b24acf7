import { expect, vi } from 'vitest'
import { deviceId } from '../../showroom/device.ts'
import { seeded } from '../../showroom/testing/seeded.ts'
import { type DriverRig, patience } from './driver-rig.ts'
import { lampAddress, type Stick } from './stick.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What the kiosk is busy with when somebody pulls the stick out. */
const occupations = ['nothing', 'start', 'join', 'send', 'read', 'backup'] as const

/** Lamp 1 is commanded after each cycle; lamp 9 joins, or joins again, when a join is disturbed. */
const [steadyLamp, newcomer] = [1, 9]

/**
 * Pulls the stick out `cycles` times at random moments and puts it in again. Resolves with how long each recovery
 * took, in milliseconds from the port's return to a lamp that obeys; fails when one does not come.
 */
export async function unplugAtRandom(
  stick: Stick,
  rig: DriverRig,
  cycles: number,
  seed: number,
): Promise<number[]> {
  const random = seeded(seed)
  const recoveriesMs: number[] = []
  for (let cycle = 0; cycle < cycles; cycle++) {
    const occupation = occupations[Math.floor(random() * occupations.length)] ?? 'nothing'
    const work = begin(occupation, stick, rig).catch(() => null) // The stick goes meanwhile.
    await pause(random() * 60)
    await stick.unplug()
    await pause(random() * 300)
    if (occupation === 'start') {
      await stick.replug()
      await pause(random() * 400)
      await stick.unplug()
    }
    const backAt = performance.now()
    await stick.replug()
    await vi.waitFor(() => expectObedience(rig), { timeout: patience.timeout, interval: 10 })
    recoveriesMs.push(performance.now() - backAt)
    await work // Nobody waits for ever for what was under way.
  }
  return recoveriesMs
}

async function begin(
  occupation: (typeof occupations)[number],
  stick: Stick,
  rig: DriverRig,
): Promise<unknown> {
  const lamp = deviceId.parse(lampAddress(steadyLamp))
  switch (occupation) {
    case 'nothing':
    case 'start':
      return null
    case 'send':
      return Promise.all(Array.from({ length: 20 }, (_, step) => rig.send(dim(step / 20))))
    case 'read':
      return rig.driver.read(lamp, 'background')
    case 'backup':
      return rig.driver.backUp()
    case 'join':
      await rig.driver.openForJoining(60)
      return stick.joinLamp(newcomer)
  }
}

function dim(brightness: number) {
  const device = deviceId.parse(lampAddress(steadyLamp))
  return { kind: 'light', device, on: true, brightness, transitionMs: 0 } as const
}

async function expectObedience(rig: DriverRig): Promise<void> {
  expect(rig.latestStatus()?.status.phase).toBe('ready')
  expect(await rig.send(dim(1))).toEqual({ kind: 'confirmed' })
}
