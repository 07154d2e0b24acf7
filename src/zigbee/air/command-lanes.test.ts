import { describe, expect, it } from 'vitest'
import { type DeviceCommand, deviceId } from '../../showroom/device.ts'
import type { CommandOutcome } from '../../showroom/driver.ts'
import { ManualClock } from '../../showroom/manual-clock.ts'
import { CommandLanes } from './command-lanes.ts'

const device = deviceId.parse('lamp')
const dim = (brightness: number): DeviceCommand => ({
  kind: 'light',
  device,
  on: true,
  brightness,
  transitionMs: 125,
})

function laneThatTakes(answerMs: number) {
  const clock = new ManualClock()
  const sent: { command: DeviceCommand; at: number }[] = []
  const lanes = new CommandLanes(clock, (command) => {
    sent.push({ command, at: clock.now() })
    return new Promise<CommandOutcome>((resolve) => {
      clock.after(answerMs, () => resolve({ kind: 'confirmed' }))
    })
  })
  return { clock, lanes, sent }
}

describe('a lamp’s lane', () => {
  it.each([5, 300])(
    'carries a drag of ten seconds in steps, and ends at its end (%i ms)',
    async (answerMs) => {
      const { clock, lanes, sent } = laneThatTakes(answerMs)
      const outcomes: Promise<CommandOutcome>[] = []
      for (let step = 0; step <= 600; step++) {
        outcomes.push(lanes.send(dim(step / 600), {}))
        await clock.advance(1000 / 60)
      }
      await clock.advance(1000)
      expect(sent[0]?.command).toEqual(dim(0))
      expect(sent.at(-1)?.command).toEqual(dim(1))
      for (const { at } of sent) {
        expect(sent.filter((other) => other.at >= at && other.at < at + 1000).length).toBeLessThanOrEqual(8)
      }
      expect((await Promise.all(outcomes)).every(({ kind }) => kind === 'confirmed')).toBe(true)
    },
  )

  it('keeps what a newer command leaves open', async () => {
    const { clock, lanes, sent } = laneThatTakes(50)
    const colour = { mode: 'kelvin', kelvin: 2700 } as const
    void lanes.send(dim(0.1), {})
    void lanes.send({ kind: 'light', device, on: true, colour, transitionMs: 400 }, {})
    void lanes.send(dim(0.9), {})
    await clock.advance(1000)
    expect(sent.map(({ command }) => command)).toEqual([dim(0.1), { ...dim(0.9), colour }])
  })

  it('drops what a group frame has overtaken', async () => {
    const { clock, lanes, sent } = laneThatTakes(50)
    void lanes.send(dim(0.1), {})
    const late = lanes.send(dim(0.2), {})
    lanes.overtake(device, { kind: 'sent' })
    await clock.advance(1000)
    expect(await late).toEqual({ kind: 'sent' })
    expect(sent).toHaveLength(1)
  })
})
