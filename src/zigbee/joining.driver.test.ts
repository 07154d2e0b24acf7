import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type DriverRig, patience, startWithLamps } from './testing/driver-rig.ts'
import type { Stick } from './testing/stick.ts'

describe('joining, which is open after one lamp has joined', () => {
  let stick: Stick
  let rig: DriverRig

  beforeEach(async () => {
    ;({ stick, rig } = await startWithLamps([1]))
    await says(true)
  })
  afterEach(async () => {
    await rig.stop()
    await stick.discard()
  })

  const says = (joining: boolean) =>
    vi.waitFor(() => expect(rig.facts()?.joining).toBe(joining), { ...patience, interval: 5 })
  const isOpen = () => stick.dongle.coordinator.joinable

  it('ends when the stick has taken that, and is said to go on until then', async () => {
    stick.dongle.coordinator.isFull = true
    await expect(rig.driver.openForJoining(0)).rejects.toThrow('BUFFER_FULL')
    expect([isOpen(), rig.facts()?.joining]).toEqual([true, true])
    stick.dongle.coordinator.isFull = false
    await rig.driver.openForJoining(0)
    expect([isOpen(), rig.facts()?.joining]).toEqual([false, false])
  })

  it('ends before newcomers have said what they are, though they be many and silent', async () => {
    const silent = [2, 3, 4, 5]
    for (const lamp of silent) stick.addLamp(lamp)
    for (const lamp of silent) {
      stick.joinLamp(lamp)
      stick.silence(lamp)
    }
    const asking = () => rig.events.filter((event) => event.kind === 'newcomer' && event.stage === 'asking')
    await vi.waitFor(() => expect(asking()).toHaveLength(1 + silent.length), patience)
    void rig.driver.openForJoining(0)
    // Each is asked for ten seconds.
    await vi.waitFor(() => expect(isOpen()).toBe(false), { timeout: 5000, interval: 10 })
    await says(false)
  })

  it('goes on when the stick is back, unless it was ended meanwhile', async () => {
    const replug = async () => {
      await stick.replug()
      await rig.ready()
    }
    const unplug = async () => {
      await stick.unplug()
      await vi.waitFor(() => expect(rig.latestStatus()?.status.phase).toBe('lost'), patience)
    }
    await unplug()
    await replug()
    await vi.waitFor(() => expect(isOpen()).toBe(true), patience)
    await unplug()
    await expect(rig.driver.openForJoining(0)).rejects.toThrow('no Zigbee dongle')
    await replug()
    await says(false)
    expect(isOpen()).toBe(false)
  })
})
