import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { getEventMeta } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { contract } from '../contract/contract.ts'
import { fixtureId, roomId, sceneId } from '../contract/ids.ts'
import type { ShowroomEvent } from '../contract/showroom-state.ts'
import { readContentFolder } from '../platform/content-folder.ts'
import { systemClock } from '../platform/system-clock.ts'
import { readContent } from '../showroom/content.ts'
import { noonCalendar } from '../showroom/local-time.ts'
import { MemoryDriver } from '../showroom/memory-driver.ts'
import { MemoryStorage } from '../showroom/memory-storage.ts'
import { Showroom } from '../showroom/showroom.ts'
import { ChannelHost } from './channel.ts'
import { createRouter } from './router.ts'
import { testDesk } from './testing/test-desk.ts'

type Client = ContractRouterClient<typeof contract>

const livingRoom = roomId.parse('living-room')
const pendant = { room: livingRoom, fixture: fixtureId.parse('pendant') }

describe('a screen on its channel', () => {
  let showroom: Showroom
  let host: ChannelHost
  let logged: string[]
  let ports: MessagePort[]

  beforeEach(async () => {
    logged = []
    ports = []
    const driver = new MemoryDriver(systemClock)
    showroom = new Showroom({
      content: readContent((await readContentFolder('scenes')).files),
      driver,
      clock: systemClock,
      calendar: noonCalendar,
      storage: new MemoryStorage(),
      log: () => {},
      epoch: 'first',
    })
    await showroom.start()
    host = new ChannelHost(
      createRouter(showroom, systemClock, testDesk(showroom, driver, systemClock).desk),
      (_level, sentence) => logged.push(sentence),
    )
  })

  afterEach(async () => {
    for (const port of ports) port.close()
    await showroom.stop()
  })

  /** A screen's end of a new line, and that end's raw port. */
  function screen(): { client: Client; raw: MessagePort } {
    const { port1, port2 } = new MessageChannel()
    ports.push(port1, port2)
    const channel = { send: (message: unknown) => port1.postMessage(message) }
    port1.on('message', (data) => void host.receive(channel, data))
    const client: Client = createORPCClient(new RPCLink({ port: port2 }))
    return { client, raw: port2 }
  }

  async function next(events: AsyncIterator<ShowroomEvent>): Promise<ShowroomEvent> {
    const { value, done } = await events.next()
    if (done) throw new Error('the events ended')
    return value
  }

  const sw = (on: boolean) => ({ kind: 'switch' as const, ...pendant, on })

  it('gets a snapshot, then what changes', async () => {
    const { client } = screen()
    const events = await client.follow()
    expect((await next(events)).kind).toBe('snapshot')
    await client.send(sw(true))
    const event = await next(events)
    expect(event).toMatchObject({
      kind: 'change',
      change: { kind: 'fixture', fixture: { id: 'pendant', on: true } },
    })
  })

  it('gets only what it missed when it comes back', async () => {
    const { client } = screen()
    const events = await client.follow()
    const first = await next(events)
    await client.send(sw(true))
    await client.send(sw(false))
    const since = getEventMeta(first)?.id
    if (since === undefined) throw new Error('the snapshot has no id')
    const resumed = await screen().client.follow(undefined, { lastEventId: since })
    expect((await next(resumed)).kind).toBe('change')
  })

  it('gets a new snapshot when it comes back to another start of the showroom', async () => {
    const events = await screen().client.follow(undefined, { lastEventId: 'earlier-7' })
    expect((await next(events)).kind).toBe('snapshot')
  })

  it('is told in a typed way what does not exist, cannot be done or cannot be understood', async () => {
    const { client } = screen()
    await expect(client.send({ kind: 'play-scene', scene: sceneId.parse('nowhere') })).rejects.toMatchObject({
      code: 'UNKNOWN_TARGET',
      defined: true,
    })
    const sensor = { room: livingRoom, fixture: fixtureId.parse('doorway-sensor') }
    await expect(client.send({ kind: 'switch', ...sensor, on: true })).rejects.toMatchObject({
      code: 'NOT_CAPABLE',
    })
    await expect(client.send({ kind: 'explode' } as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    const unknown = client as unknown as { reboot(): Promise<unknown> }
    await expect(unknown.reboot()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    // Of a touch nothing is written, not even that it was refused.
    expect(logged).toEqual(['refused a request from a screen: no such procedure'])
  })

  it('logs nonsense without repeating it, and goes on for this screen and every other', async () => {
    const { client, raw } = screen()
    const other = screen().client
    const nonsense = [
      '{"i":',
      'secret',
      '[]',
      '{"i":"9"}',
      '{"i":"9","p":null}',
      '{"i":"9","t":99}',
      7,
      null,
      'x'.repeat(20_000),
    ]
    for (const message of nonsense) raw.postMessage(message)
    await expect(client.send(sw(true))).resolves.toEqual({ accepted: true })
    await expect(other.send(sw(false))).resolves.toEqual({ accepted: true })
    expect(logged.length).toBeGreaterThanOrEqual(7)
    expect(logged.join()).not.toContain('secret')
  })
})
