import { describe, expect, it } from 'vitest'
import { type DeviceId, deviceId } from '../showroom/device.ts'
import { changeChannel } from './change-channel.ts'

const lamps = [1, 2, 3, 4].map((number) => deviceId.parse(`0x00158d000000020${number}`))

/** A network in which only `followers` hear the broadcast, and `dead` never answer. */
function network(
  followers: readonly DeviceId[],
  dead: readonly DeviceId[] = [],
  stuckOn: number | null = null,
) {
  let stick = 20
  const places = new Map(lamps.map((lamp) => [lamp, 20]))
  return {
    channel: () => stick,
    parts: {
      present: 20,
      devices: lamps,
      move: async (channel: number) => {
        if (stick === stuckOn) throw new Error('it stayed')
        for (const [lamp, place] of places) {
          if (place === stick && followers.includes(lamp)) places.set(lamp, channel)
        }
        stick = channel
      },
      phase: () => {},
      answers: async (lamp: DeviceId) => places.get(lamp) === stick && !dead.includes(lamp),
    },
  }
}

describe('a change of channel', () => {
  it('takes the lamps along', async () => {
    const { parts, channel } = network(lamps)
    expect(await changeChannel(parts, 15)).toEqual({ kind: 'changed', silent: [] })
    expect(channel()).toBe(15)
  })

  it('names a lamp that does not follow, but not one that was silent before', async () => {
    const { parts } = network(lamps.slice(1), lamps.slice(3))
    expect(await changeChannel(parts, 15)).toEqual({ kind: 'changed', silent: [lamps[0]] })
  })

  it('is taken back when most do not follow', async () => {
    const { parts, channel } = network(lamps.slice(0, 1))
    expect(await changeChannel(parts, 15)).toEqual({ kind: 'reverted', silent: [] })
    expect(channel()).toBe(20)
  })

  it('fails when the stick does not move, and when it does not go back says who is missing', async () => {
    expect(await changeChannel(network(lamps, [], 20).parts, 15)).toMatchObject({ kind: 'failed' })
    const oneWay = network([], [], 15)
    expect(await changeChannel(oneWay.parts, 15)).toEqual({ kind: 'changed', silent: lamps })
  })
})
