import { describe, expect, it } from 'vitest'
import { joinedDevice, lampOf } from './testing/joined-device.ts'

const [onOff, level, colour, groups, scenes, covering] = [
  0x0006, 0x0008, 0x0300, 0x0004, 0x0005, 0x0102,
] as const

const le = (value: number) => [value & 0xff, value >> 8]

describe('a lamp', () => {
  it('fades its level in time, and reads the value of the moment', async () => {
    const { client, device, nwk, command } = await joinedDevice('TRADFRI bulb GU10 WW 345lm')
    await command(level, 0x04, 1, ...le(0))
    await command(level, 0x04, 201, ...le(100))
    await client.clock.advance(5000 - 40)
    expect(await client.read(nwk, level, 0x0000)).toBe(101)
    expect(await client.read(nwk, level, 0x0001)).toBeGreaterThan(48)
    await client.clock.advance(6000)
    expect(await client.read(nwk, level, 0x0000)).toBe(201)
    expect(lampOf(device).fading).toBe(false)
  })

  it('goes out at the end of a fade to nothing, and comes back at the level it had', async () => {
    const { client, device, nwk, command } = await joinedDevice('TRADFRI bulb GU10 WW 345lm')
    await command(level, 0x04, 180, ...le(0))
    await command(level, 0x04, 0, ...le(10))
    expect(lampOf(device).on).toBe(true)
    await client.clock.advance(1000)
    expect(lampOf(device).on).toBe(false)
    await command(onOff, 0x01)
    expect(await client.read(nwk, level, 0x0000)).toBe(180)
  })

  it('ignores levels while off unless the command lights it or says so', async () => {
    const { device, command } = await joinedDevice('TRADFRI bulb GU10 WW 345lm')
    await command(level, 0x00, 50, ...le(0))
    expect(lampOf(device).level.target).toBe(254)
    await command(level, 0x00, 50, ...le(0), 1, 1)
    expect(lampOf(device).level.target).toBe(50)
    expect(lampOf(device).on).toBe(false)
  })

  it('moves, stops and steps', async () => {
    const { client, device, command } = await joinedDevice('TRADFRI bulb GU10 WW 345lm')
    await command(level, 0x04, 100, ...le(0))
    await command(level, 0x01, 0, 50)
    await client.clock.advance(980)
    await command(level, 0x03)
    const stopped = lampOf(device).level.value()
    expect(stopped).toBeGreaterThan(145)
    expect(stopped).toBeLessThan(155)
    await command(level, 0x02, 1, 20, ...le(0))
    expect(lampOf(device).level.target).toBe(Math.round(stopped - 20))
  })

  it('holds colour temperature within what it can', async () => {
    const { client, nwk, command } = await joinedDevice('lumi.light.aqcn02')
    await command(onOff, 0x01)
    await command(colour, 0x0a, ...le(600), ...le(0))
    expect(await client.read(nwk, colour, 0x0007)).toBe(370)
    expect(await client.read(nwk, colour, 0x400b)).toBe(153)
    expect(await client.read(nwk, colour, 0x400a)).toBe(0x10)
  })

  it('turns itself off after "on with timed off"', async () => {
    const { client, device, command } = await joinedDevice('TRADFRI bulb GU10 WW 345lm')
    await command(onOff, 0x42, 0, ...le(50), ...le(0))
    expect(lampOf(device).on).toBe(true)
    await client.clock.advance(5100)
    expect(lampOf(device).on).toBe(false)
  })

  it('stores a scene and recalls it with its own transition', async () => {
    const { client, device, command } = await joinedDevice('ORMANAS LED Strip')
    await command(groups, 0x00, ...le(7), 0)
    await command(onOff, 0x01)
    await command(level, 0x00, 60, ...le(0))
    await command(colour, 0x07, ...le(40000), ...le(20000), ...le(0))
    expect(await command(scenes, 0x04, ...le(7), 3)).toEqual(Buffer.from([0x19, 9, 0x04, 0, 7, 0, 3]))
    await command(colour, 0x0a, ...le(300), ...le(0))
    await command(onOff, 0x00)
    await command(scenes, 0x05, ...le(7), 3)
    expect(lampOf(device)).toMatchObject({ on: true, mode: 'xy' })
    expect([lampOf(device).x.target, lampOf(device).level.target]).toEqual([40000, 60])
    expect(await command(scenes, 0x06, ...le(7))).toEqual(Buffer.from([0x19, 9, 0x06, 0, 15, 7, 0, 1, 3]))
    await command(groups, 0x03, ...le(7))
    expect((await command(scenes, 0x05, ...le(7), 3))?.at(-1)).toBe(0x85)
    await client.clock.advance(10)
  })

  it('has room for so many groups and scenes', async () => {
    const { command } = await joinedDevice('TRADFRI bulb GU10 WW 345lm')
    for (let group = 1; group <= 16; group++) await command(groups, 0x00, ...le(group), 0)
    expect((await command(groups, 0x00, ...le(17), 0))?.[3]).toBe(0x89)
    for (let scene = 1; scene <= 16; scene++) await command(scenes, 0x04, ...le(1), scene)
    expect((await command(scenes, 0x04, ...le(1), 99))?.[3]).toBe(0x89)
  })

  it('answers by the rules of default responses', async () => {
    const { client, nwk } = await joinedDevice('TRADFRI bulb GU10 WW 345lm')
    expect(await client.zcl(nwk, onOff, [0x01, 1, 0x01])).toEqual(Buffer.from([0x18, 1, 0x0b, 0x01, 0x00]))
    expect(await client.zcl(nwk, onOff, [0x11, 2, 0x01])).toBeNull()
    expect(await client.zcl(nwk, onOff, [0x11, 3, 0x77])).toEqual(Buffer.from([0x18, 3, 0x0b, 0x77, 0x81]))
    expect(await client.zcl(nwk, 0x0999, [0x01, 4, 0x00])).toEqual(Buffer.from([0x18, 4, 0x0b, 0x00, 0xc3]))
    expect(await client.zcl(nwk, level, [0x01, 5, 0x00, 1])).toEqual(Buffer.from([0x18, 5, 0x0b, 0x00, 0x80]))
    expect(await client.zcl(nwk, onOff, [0x18, 6, 0x0b, 0x00, 0x00])).toBeNull()
  })
})

describe('quirks of IKEA lamps', () => {
  it('lets a fade of colour end a fade of level, and hears nothing until it is over', async () => {
    const { client, device, command } = await joinedDevice('TRADFRI bulb E27 WS opal 1000lm')
    await command(onOff, 0x01)
    await command(level, 0x04, 20, ...le(100))
    await client.clock.advance(2000)
    await command(colour, 0x0a, ...le(400), ...le(50))
    const frozen = lampOf(device).level.value()
    expect(frozen).toBeGreaterThan(150)
    await command(onOff, 0x00)
    expect(lampOf(device).on).toBe(true)
    await client.clock.advance(5000)
    expect(lampOf(device).level.value()).toBe(frozen)
    await command(onOff, 0x00)
    expect(lampOf(device).on).toBe(false)
  })

  it('lights a lamp that was off by a fade to off', async () => {
    const { device, command } = await joinedDevice('TRADFRI bulb E14 WS opal 600lm')
    await command(level, 0x04, 0, ...le(10))
    expect(lampOf(device).on).toBe(true)
  })
})

describe('power at the wall', () => {
  it('comes back as it was, or as it was told to', async () => {
    const { client, device, nwk, command } = await joinedDevice('TRADFRI bulb GU10 WW 345lm')
    await command(onOff, 0x01)
    device.setPowered(false)
    device.setPowered(true)
    expect(lampOf(device).on).toBe(true)
    await client.zcl(nwk, onOff, [0x00, 1, 0x02, 0x03, 0x40, 0x30, 0x00])
    device.setPowered(false)
    device.setPowered(true)
    expect(lampOf(device).on).toBe(false)
  })
})

describe('a plug that lists a dimmer’s cluster', () => {
  it('takes its commands, never dims, and switches where the two clusters are bound', async () => {
    const { client, device, nwk, command } = await joinedDevice('TRETAKT Smart plug')
    const on = () => device.parts.relay?.on
    expect(await client.read(nwk, level, 0x0000)).toBe(254)
    await command(level, 0x04, 1, ...le(10))
    expect(on()).toBe(true)
    expect(await client.read(nwk, level, 0x0000)).toBe(254)
    await command(level, 0x00, 0, ...le(0))
    expect(on()).toBe(true)
    await command(level, 0x04, 0, ...le(10))
    expect(on()).toBe(false)
    expect(await client.read(nwk, onOff, 0x0000)).toBe(0)
  })
})

describe('a blind', () => {
  it('goes to a percentage where 100 is closed, in its time, and stops', async () => {
    const { client, device, nwk, command } = await joinedDevice('FYRTUR block-out roller blind')
    await command(covering, 0x05, 100)
    await client.clock.advance(6000)
    await command(covering, 0x02)
    const where = await client.read(nwk, covering, 0x0008)
    expect(where).toBeGreaterThan(45)
    expect(where).toBeLessThan(60)
    await command(covering, 0x00)
    await client.clock.advance(13_000)
    expect(device.parts.blind?.closedPercent).toBe(0)
    expect((await command(covering, 0x05, 101))?.at(-1)).toBe(0x87)
  })

  it('of Aqara moves by writing an output where 100 is open', async () => {
    const { client, device, nwk } = await joinedDevice('lumi.curtain')
    const twenty = [0x00, 0x00, 0xa0, 0x41]
    const answer = await client.zcl(nwk, 0x000d, [0x00, 1, 0x02, 0x55, 0x00, 0x39, ...twenty])
    expect(answer).toEqual(Buffer.from([0x18, 1, 0x04, 0]))
    await client.clock.advance(13_000)
    expect(device.parts.blind?.closedPercent).toBe(80)
  })
})
