import { describe, expect, it } from 'vitest'
import { readDevicesFile } from './devices-file.ts'
import { WireClient } from './wire-client.ts'

/** A lamp that no catalogue has, as a device database describes it. */
const glow = `modelID: Glow 9
      vendor: Acme
      manufacturerCode: 4660
      type: Router
      endpoints:
        "3": { profile: 260, device: 268, in: [0, 3, 4, 5, 6, 8, 768, 2821, 64700], out: [25] }
      attrs: { swBuildId: "9.1", appVersion: 7 }
      quirks: ["colour temperature 200..400 mired"]
      lumens: 470`

/** A door sensor with a battery, as a database describes it. */
const latch = `modelID: Latch 2
      vendor: Acme
      manufacturerCode: 4660
      type: EndDevice
      endpoints: { "1": { profile: 260, device: 1026, in: [0, 1, 3, 32, 1280], out: [25] } }`

const read = (text: string) => readDevicesFile(text, 'list.yaml')

async function joined(text: string) {
  const { devices, models } = read(text)
  const client = new WireClient({ models })
  await client.form()
  const device = client.dongle.addDevice(devices[0]?.model ?? '', devices[0]?.ieee)
  client.ask(5, 0x36, Buffer.from([0x0f, 0xfc, 0xff, 60, 0]))
  expect(client.dongle.network.join(device)).toBe('joined')
  await client.clock.advance(200)
  return { client, device, nwk: device.nwk ?? 0 }
}

describe('a list of devices', () => {
  it('may describe models of its own, beside the list or in it', () => {
    const beside = read(`models:\n    - ${glow}\ndevices:\n  - { ieee: "0x00158d0000000101", model: Glow 9 }`)
    const within = read(`devices:\n    - ieee: "0x00158d0000000101"\n      ${glow}`)
    const light = { lumens: 470, colour: false, mireds: { min: 200, max: 400 } }
    for (const file of [beside, within]) {
      expect(file.devices).toEqual([{ ieee: '0x00158d0000000101', model: 'Glow 9', hops: 1 }])
      expect(file.models).toMatchObject([{ name: 'Glow 9', kind: 'light', router: true, light }])
    }
  })

  it('gives a described model without an address always the same one', () => {
    const [once] = read(`devices:\n    - ${glow}`).devices
    const [twice] = read(`devices:\n    - ${glow}`).devices
    expect(once?.ieee).toMatch(/^0x02158d[0-9a-f]{10}$/)
    expect(twice).toEqual(once)
  })

  it.each([
    [{ in: [0, 3, 6, 8], device: 0x0101 }, 'light'],
    [{ in: [0, 3, 6], device: 0x010a }, 'plug'],
    [{ in: [0, 258], device: 0x0202 }, 'blind'],
    [{ in: [0, 1, 1030], device: 0x0107 }, 'motion'],
    [{ in: [0, 1, 1280], device: 0x0402 }, 'contact'],
    [{ in: [0, 1, 1026, 1029], device: 0x0302 }, 'climate'],
    [{ in: [0, 1], out: [6, 8], device: 0x0820 }, 'remote'],
    [{ in: [0, 513], device: 0x0301 }, 'other'],
  ])('knows by its clusters what a model is: %j', (endpoint, kind) => {
    const model = { modelID: 'X', vendor: 'Y', manufacturerCode: 1, type: 'EndDevice' }
    const described = { ...model, endpoints: { 1: { profile: 260, ...endpoint } } }
    expect(read(JSON.stringify({ devices: [described] })).models).toMatchObject([{ kind }])
  })

  it.each([
    [glow.replace('6, 8', '6, six'), /^list.yaml:7: the model's "endpoints.3.in.5" is not right/],
    [
      glow.replace('[0, 3', '[3'),
      /:7: the model's "endpoints" is not right: needs an endpoint with the basic/,
    ],
    [glow.replace('"3"', '"300"'), /:7: .*"endpoints.300" is not right: is an endpoint from 1 to 249/],
    [glow.replace('Router', 'Toaster'), /:5: the model's "type" is not right/],
    [glow.replace('vendor: Acme', ''), /:2: the model's "vendor" is not right/],
  ])('says in which line a model is wrong (%#)', (text, sentence) => {
    expect(() => read(`devices:\n    - ${text}`)).toThrow(sentence)
  })

  it('refuses a model that is described twice, and a device nobody describes', () => {
    expect(() => read(`models:\n    - ${glow}\n    - ${glow}\ndevices: []`)).toThrow(
      /:11: the model "Glow 9" is described twice/,
    )
    expect(() => read('devices:\n  - { ieee: "0x00158d0000000101", model: Glow 9 }')).toThrow(
      /list.yaml:2: there is no model "Glow 9". Known models: TRADFRI/,
    )
  })
})

describe('a model of one’s own', () => {
  it('is found, read and switched like any other', async () => {
    const { client, device, nwk } = await joined(`devices:\n    - ${glow}`)
    client.ask(5, 0x04, Buffer.from([nwk & 0xff, nwk >> 8, nwk & 0xff, nwk >> 8, 3]))
    await client.clock.advance(50)
    const descriptor = client.last(5, 0x84).rest()
    expect(descriptor.subarray(6, 11)).toEqual(Buffer.from([3, 4, 1, 12, 1]))
    const model = await client.zcl(nwk, 0x0000, [0x00, 1, 0x00, 5, 0], 3)
    expect(model?.subarray(3).toString('latin1')).toBe('\x05\x00\x00\x42\x06Glow 9')
    await client.zcl(nwk, 0x0006, [0x01, 2, 0x01], 3)
    expect(device.parts.lamp?.on).toBe(true)
  })

  it('answers for what nobody simulates as ZCL wants it', async () => {
    const { client, nwk } = await joined(`devices:\n    - ${glow}`)
    const status = async (cluster: number, frame: number[]) =>
      (await client.zcl(nwk, cluster, frame, 3))?.subarray(2)
    const unsupportedAttribute = Buffer.from([0x01, 0x34, 0x12, 0x86])
    expect(await status(0xfcbc, [0x00, 1, 0x00, 0x34, 0x12])).toEqual(unsupportedAttribute)
    expect(await status(0x0006, [0x00, 1, 0x00, 0x34, 0x12])).toEqual(unsupportedAttribute)
    // Commands that no cluster has, of a listed and of a known cluster, and one for a cluster that is not there.
    expect(await status(0x0b05, [0x01, 1, 0x55])).toEqual(Buffer.from([0x0b, 0x55, 0x81]))
    expect(await status(0x0006, [0x01, 1, 0x55])).toEqual(Buffer.from([0x0b, 0x55, 0x81]))
    expect(await status(0x0201, [0x01, 1, 0x00])).toEqual(Buffer.from([0x0b, 0x00, 0xc3]))
  })

  it('has the keys of a remote that its clusters can send', async () => {
    const remote = { modelID: 'Knob', vendor: 'Acme', manufacturerCode: 1, type: 'EndDevice' }
    const endpoints = { 2: { profile: 260, device: 0x0820, in: [0, 1], out: [6] } }
    const { client, device, nwk } = await joined(JSON.stringify({ devices: [{ ...remote, endpoints }] }))
    const { press, keysOf } = await import('./devices/remote.ts')
    expect(keysOf(device)).toEqual(['on', 'off'])
    expect(press(device, 'on', 'single')).toBe(true)
    await client.clock.advance(50)
    const heard = client.last(4, 0x81)
    heard.u16()
    expect([heard.u16(), heard.u16(), heard.u8()]).toEqual([0x0006, nwk, 2])
  })

  it('comes back with its state when the program starts again with the same list', async () => {
    const { client, device } = await joined(`devices:\n    - ${glow}`)
    const saved = client.dongle.save()
    const { models } = read(`devices:\n    - ${glow}`)
    expect(new WireClient({ models, saved }).dongle.device(device.ieee)?.entry.name).toBe('Glow 9')
    expect(new WireClient({ saved }).dongle.device(device.ieee)).toBeNull()
  })

  it('stays enrolled for its alarms when the program starts again', async () => {
    const { client, device, nwk } = await joined(`devices:\n    - ${latch}`)
    const zone = 0x0500
    const address = Buffer.from(client.dongle.coordinator.ieee.slice(2), 'hex').reverse()
    await client.zcl(nwk, zone, [0x00, 1, 0x02, 0x10, 0x00, 0xf0, ...address])
    await client.zcl(nwk, zone, [0x01, 2, 0x00, 0, 23])
    const saved = JSON.parse(JSON.stringify(client.dongle.save()))
    const { models } = read(`devices:\n    - ${latch}`)
    const again = new WireClient({ models, saved }).dongle.device(device.ieee)
    const kept = (id: number) => again?.endpoint(1)?.servers.get(zone)?.attributes.find(id, null)?.get()
    expect([0x0000, 0x0010, 0x0011].map(kept)).toEqual([1, client.dongle.coordinator.ieee, 23])
  })
})
