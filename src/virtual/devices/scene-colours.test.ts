import { describe, expect, it } from 'vitest'
import { joinedDevice, lampOf } from './testing/joined-device.ts'

const [onOff, level, colour, groups, scenes] = [0x0006, 0x0008, 0x0300, 0x0004, 0x0005] as const
const le = (value: number) => [value & 0xff, value >> 8]

async function lampInGroup(model: string) {
  const { client, device, command } = await joinedDevice(model)
  await command(groups, 0x00, ...le(7), 0)
  await command(onOff, 0x01)
  return { client, lamp: lampOf(device), command }
}

/** The fields of a scene: on, a level, and what the colour cluster gets. */
function fields(dimmed: number, colourFields: readonly number[]): number[] {
  const head = [...le(onOff), 1, 1, ...le(level), 1, dimmed]
  return [...head, ...le(colour), colourFields.length, ...colourFields]
}

describe('a scene that a client writes into a lamp', () => {
  it('may give a white as xy: the lamp finds its colour temperature', async () => {
    const { lamp, command } = await lampInGroup('TRADFRI bulb GU10 WS 400lm')
    await command(colour, 0x0a, ...le(300), ...le(0))
    // 2500 K on the Planckian locus: x 0.4770, y 0.4137.
    const white = [...le(31_261), ...le(27_112)]
    await command(scenes, 0x00, ...le(7), 4, ...le(0), 0, ...fields(90, white))
    await command(scenes, 0x05, ...le(7), 4)
    expect(lamp.level.target).toBe(90)
    expect(lamp.mireds.target).toBeGreaterThan(395)
    expect(lamp.mireds.target).toBeLessThan(405)
  })

  it('may give a colour as hue and saturation', async () => {
    const { lamp, command } = await lampInGroup('ORMANAS LED Strip')
    const red = [...le(0), ...le(0), ...le(0), 254, 0, 0, ...le(0), ...le(0)]
    await command(scenes, 0x00, ...le(7), 4, ...le(0), 0, ...fields(90, red))
    await command(scenes, 0x05, ...le(7), 4)
    expect(lamp.mode).toBe('hue')
    expect(lamp.x.target / 65536).toBeGreaterThan(0.6)
  })
})
