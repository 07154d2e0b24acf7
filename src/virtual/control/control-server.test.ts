import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WireClient } from '../wire-client.ts'
import { ControlServer } from './control-server.ts'

let client: WireClient
let server: ControlServer
let port: number

beforeEach(async () => {
  client = new WireClient()
  server = new ControlServer(client.dongle)
  port = await server.listen()
})
afterEach(() => server.stop())

interface Reply {
  status: number
  /** What the tests look at of whatever comes. */
  body: {
    ieee: string
    nwk: number
    state: Record<string, unknown>
    error: { code: string; sentence: string }
    next: { frames: number; applied: number }
    applied: unknown[]
    frames: unknown[]
    busyMs: number
  }
  allow: string | undefined
}

function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const all = { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers }
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers: all }, (incoming) => {
      let received = ''
      incoming.on('data', (chunk) => (received += chunk))
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          body: JSON.parse(received),
          allow: incoming.headers.allow,
        }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(text)
  })
}

describe('the control interface', () => {
  it('adds a lamp, lets it join and shows what it gives', async () => {
    const added = await ask('POST', '/devices', { model: 'TRADFRI bulb GU10 WW 345lm' })
    expect(added).toMatchObject({ status: 201, body: { joined: false, kind: 'light' } })
    const path = `/devices/${added.body.ieee}`
    expect(await ask('POST', `${path}/join`)).toMatchObject({
      status: 409,
      body: { error: { code: 'NO_NETWORK' } },
    })
    await client.form()
    expect((await ask('POST', `${path}/join`)).body.error.code).toBe('NETWORK_CLOSED')
    expect((await ask('POST', `${path}/join`, { wait: true })).status).toBe(202)
    client.ask(5, 0x36, Buffer.from([0x0f, 0xfc, 0xff, 60, 0]))
    await client.clock.advance(3000)
    const joined = await ask('GET', path)
    expect(joined.body).toMatchObject({ joined: true, state: { on: false, lumens: 0, brightness: 1 } })
    await client.zcl(joined.body.nwk, 0x0006, [0x01, 1, 0x01])
    expect((await ask('GET', path)).body.state).toMatchObject({ on: true, lumens: 345 })
    expect((await ask('POST', `${path}/power`, { on: false })).body.state).toMatchObject({
      on: false,
      lumens: 0,
    })
    expect((await ask('DELETE', path)).status).toBe(200)
    expect((await ask('GET', path)).status).toBe(404)
  })

  it('plays buttons, people, doors and hands', async () => {
    const add = async (model: string) => `/devices/${(await ask('POST', '/devices', { model })).body.ieee}`
    const remote = await add('Remote Control N2')
    expect((await ask('POST', `${remote}/press`, { button: 'left', action: 'hold' })).status).toBe(200)
    expect((await ask('POST', `${remote}/press`, { button: 'up' })).body.error.sentence).toMatch(
      /on, off, left, right/,
    )
    expect((await ask('POST', `${remote}/occupancy`, { occupied: true })).status).toBe(409)
    const motion = await add('VALLHORN Wireless Motion Sensor')
    expect((await ask('POST', `${motion}/occupancy`, { occupied: true })).body.state.occupied).toBe(true)
    const door = await add('PARASOLL Door/Window Sensor')
    expect((await ask('POST', `${door}/contact`, { closed: false })).body.state.closed).toBe(false)
    const blind = await add('FYRTUR block-out roller blind')
    expect((await ask('POST', `${blind}/position`, { openness: 0.25 })).body.state.openness).toBe(0.25)
    expect((await ask('POST', `${blind}/position`, { openness: 2 })).body.error.sentence).toMatch(/openness/)
  })

  it('breaks things on demand, and counts', async () => {
    expect((await ask('POST', '/faults', { kind: 'garbage', bytes: 5, frames: 2 })).status).toBe(200)
    client.ask(1, 0x01)
    client.dongle.received(Buffer.from([1, 2, 3]))
    const { body } = await ask('GET', '/counters')
    expect(body).toMatchObject({ framesReceived: 1, garbageBytes: 3, requests: { SYS_PING: 1 } })
    expect((await ask('POST', '/faults', { kind: 'flood' })).status).toBe(400)
  })

  it('tells what went over the air, and when a lamp did what it was told', async () => {
    await client.form()
    client.ask(5, 0x36, Buffer.from([0x0f, 0xfc, 0xff, 60, 0]))
    const { body: lamp } = await ask('POST', '/devices', { model: 'TRADFRI bulb GU10 WW 345lm' })
    const { body: joined } = await ask('POST', `/devices/${lamp.ieee}/join`)
    await client.clock.advance(1000)
    const { next } = (await ask('GET', '/air')).body
    await client.zcl(joined.nwk, 0x0006, [0x01, 1, 0x01])
    const { body } = await ask('GET', `/air?frames=${next.frames}&applied=${next.applied}`)
    expect(body.applied).toMatchObject([{ ieee: lamp.ieee, cluster: 6, command: 1, group: null }])
    expect(body.frames).toMatchObject([
      { number: next.frames, kind: 'unicast', from: 0, to: joined.nwk, acknowledged: true },
      { kind: 'unicast', source: joined.nwk, target: 0 },
    ])
    expect(body.busyMs).toBeGreaterThan(4)
    expect((await ask('GET', '/air?frames=-1')).status).toBe(400)
  })

  it('refuses pages, strangers and nonsense, with a sentence each', async () => {
    expect((await ask('GET', '/health', undefined, { origin: 'http://evil.example' })).status).toBe(403)
    expect((await ask('GET', '/health', undefined, { host: 'evil.example' })).status).toBe(403)
    expect(await ask('POST', '/health')).toMatchObject({ status: 405, allow: 'GET' })
    expect((await ask('GET', '/nothing')).body.error.sentence).toBe('There is nothing at /nothing.')
    expect((await ask('POST', '/devices', '{"model":')).body.error.code).toBe('BAD_JSON')
    expect((await ask('POST', '/devices', 'model', { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await ask('POST', '/devices', { model: 'Lamp' })).body.error.sentence).toMatch(
      /Known models: TRADFRI/,
    )
    expect((await ask('POST', '/devices', `"${'x'.repeat(70_000)}"`)).status).toBe(413)
    expect((await ask('GET', '/devices/%zz')).status).toBe(404)
  })
})
