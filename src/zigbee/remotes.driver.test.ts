import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { DongleProgram } from './testing/dongle-program.ts'
import { type DriverRig, patience } from './testing/driver-rig.ts'
import { startFormed } from './testing/formed-dongle.ts'

const models = {
  '0x00158d0000000a01': 'Remote Control N2',
  '0x00158d0000000a02': 'RODRET Dimmer',
  '0x00158d0000000a03': 'SOMRIG shortcut button',
  '0x00158d0000000a04': 'lumi.sensor_switch.aq2',
  '0x00158d0000000a05': 'PARASOLL Door/Window Sensor',
  '0x00158d0000000a06': 'lumi.sensor_magnet.aq2',
  '0x00158d0000000a07': 'lumi.sensor_motion.aq2',
}
const [styrbar, rodret, somrig, aqara, parasoll, magnet, motion] = Object.keys(models) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]

describe('remotes and sensors on a virtual dongle', () => {
  let dongle: DongleProgram
  let rig: DriverRig
  let end: () => Promise<void>

  beforeAll(async () => {
    ;({ dongle, rig, end } = await startFormed())
    for (const [ieee, model] of Object.entries(models)) await dongle.post('/devices', { ieee, model })
    await rig.join(dongle, ...Object.keys(models))
    // A remote that has just joined may still be told where to send its presses.
    for (const [ieee, [button, word], [other, otherWord]] of [
      [styrbar, ['on', 'on'], ['off', 'off']],
      [rodret, ['on', 'on'], ['off', 'off']],
      [somrig, ['1', 'button-1'], ['2', 'button-2']],
    ] as const) {
      await vi.waitFor(async () => {
        await dongle.post(`/devices/${ieee}/press`, { button })
        // One press at a time in the air: a second one might be heard among what the tests press.
        await vi.waitFor(() => expect(words(ieee)).toContain(word), { timeout: 3_000 })
      }, patience)
      await dongle.post(`/devices/${ieee}/press`, { button: other })
      await vi.waitFor(() => expect(words(ieee).at(-1)).toBe(otherWord), patience)
    }
  })

  afterAll(() => end())

  const words = (ieee: string) => rig.reports(ieee).flatMap(({ pressed }) => pressed ?? [])

  /** Presses one after the other, as quickly as the dongle takes it, and waits for what is heard from now on. */
  async function expectWords(ieee: string, presses: [string, string][], expected: string[]): Promise<void> {
    const before = words(ieee).length
    for (const [button, action] of presses) {
      await dongle.post(`/devices/${ieee}/press`, { button, action })
    }
    await vi.waitFor(() => expect(words(ieee).slice(before)).toEqual(expected), patience)
  }

  it('tell every gesture in one vocabulary', async () => {
    const held: [string, string][] = [
      ['on', 'hold'],
      ['on', 'release'],
      ['off', 'hold'],
      ['off', 'release'],
      ['off', 'single'],
    ]
    await expectWords(rodret, held, ['hold-up', 'release', 'hold-down', 'release', 'off'])
    await expectWords(
      somrig,
      [
        ['1', 'single'],
        ['2', 'double'],
        ['2', 'hold'],
        ['2', 'release'],
      ],
      ['button-1', 'double-button-2', 'hold-button-2', 'release'],
    )
    await expectWords(
      aqara,
      [
        ['button', 'single'],
        ['button', 'double'],
      ],
      ['button', 'double-button'],
    )
  })

  it("are not followed by the “on” that a STYRBAR sends after an arrow's release", async () => {
    await expectWords(
      styrbar,
      [
        ['left', 'single'],
        ['right', 'hold'],
        ['right', 'release'],
      ],
      ['left', 'hold-right', 'release'],
    )
    // The spurious "on" comes half a second later; a true press tells that its time is over.
    const heard = words(styrbar).length
    await vi.waitFor(
      async () => {
        await dongle.post(`/devices/${styrbar}/press`, { button: 'off' })
        expect(words(styrbar).filter((word) => word === 'off').length).toBeGreaterThan(4)
      },
      { ...patience, interval: 300 },
    )
    expect(words(styrbar).slice(heard)).not.toContain('on')
  })

  it('tell whether a door is open and somebody there', async () => {
    for (const ieee of [parasoll, magnet]) {
      expect(rig.met().get(ieee)?.abilities).toMatchObject({ contact: true })
      for (const closed of [false, true]) {
        await dongle.post(`/devices/${ieee}/contact`, { closed })
        await vi.waitFor(
          () => expect(rig.reports(ieee).findLast(({ open }) => open !== undefined)?.open).toBe(!closed),
          patience,
        )
      }
    }
    await dongle.post(`/devices/${motion}/occupancy`, { occupied: true })
    await vi.waitFor(
      () => expect(rig.reports(motion)).toContainEqual(expect.objectContaining({ occupied: true })),
      patience,
    )
  })
})
