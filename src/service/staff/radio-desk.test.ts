import { beforeEach, describe, expect, it } from 'vitest'
import { deviceId } from '../../showroom/device.ts'
import { type ManagerAtDesk, managerAtDesk } from '../testing/manager-at-desk.ts'

const facts = {
  ...{ firmware: 'ZStack3x0 20240710', channel: 20, panId: 0x1a62, lastBackup: null },
  ...{ skippedBytes: 0, repeatedRequests: 0, joining: false },
}

describe('managers and the network', () => {
  let den: ManagerAtDesk['den']
  let at: ManagerAtDesk['at']
  let client: ManagerAtDesk['client']
  let session: string
  let during: ManagerAtDesk['during']
  beforeEach(async () => {
    ;({ den, at, client, session, during } = await managerAtDesk())
    den.driver.tellFacts(facts)
  })

  const move = () => at.desk.state('manager').channelMove

  it('hear which channel is quietest, and where the network is', async () => {
    den.driver.energies = new Map([
      [11, 140],
      [15, 20],
      [20, 160],
      [25, 90],
    ])
    expect(await during(client.listenToChannels({ session }))).toEqual({
      present: 20,
      heard: [
        { channel: 15, energy: 20 },
        { channel: 25, energy: 90 },
        { channel: 11, energy: 140 },
        { channel: 20, energy: 160 },
      ],
    })
    den.driver.energies = null
    await expect(during(client.listenToChannels({ session }))).rejects.toMatchObject({ code: 'NO_DONGLE' })
  })

  it('move it, are told how far it has come, and stay signed in meanwhile', async () => {
    den.driver.channelChange = { kind: 'changed', silent: [deviceId.parse('0x01')] }
    const told: string[] = []
    at.desk.news.listen((event) => {
      if (event.kind === 'channel-move') told.push(event.channelMove.phase)
    })
    await client.changeChannel({ session, channel: 15 })
    for (const channel of [15, 25]) {
      await expect(client.changeChannel({ session, channel })).rejects.toMatchObject({ code: 'MOVING' })
    }
    await expect(client.listenToChannels({ session })).rejects.toMatchObject({ code: 'NO_DONGLE' })
    await den.clock.advance(2500)
    expect(told).toEqual(['asking', 'moving', 'looking', 'moved'])
    expect(move()).toEqual({ phase: 'moved', from: 20, to: 15, silent: ['0x01'] })
    expect(at.journal.entries.at(-1)).toMatchObject({
      role: 'manager',
      what: 'changeChannel',
      about: { channel: 15 },
    })
  })

  it('are told when it went back, or did not move at all', async () => {
    den.driver.channelChange = { kind: 'reverted', silent: [] }
    await client.changeChannel({ session, channel: 15 })
    await den.clock.advance(2500)
    expect(move()).toEqual({ phase: 'returned', from: 20, to: 15, silent: [] })
    den.driver.channelChange = { kind: 'failed', detail: 'it stayed' }
    await client.changeChannel({ session, channel: 15 })
    await den.clock.advance(2500)
    expect(move()).toEqual({ phase: 'failed', from: 20, to: 15 })
  })

  it('cannot move what is not there, nor to where it is, nor anywhere else than Zigbee is', async () => {
    await expect(client.changeChannel({ session, channel: 20 })).rejects.toMatchObject({
      code: 'THERE_ALREADY',
    })
    for (const channel of [10, 27, 15.5]) {
      await expect(client.changeChannel({ session, channel })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
    den.driver.tellFacts(null)
    await expect(client.changeChannel({ session, channel: 15 })).rejects.toMatchObject({ code: 'NO_DONGLE' })
    expect(move()).toEqual({ phase: 'none' })
  })

  it('give up a network only while a stick waits for that very word', async () => {
    const giveUp = (network: string) => client.giveUpNetwork({ session, network })
    await expect(giveUp('1a62')).rejects.toMatchObject({ code: 'NOTHING_TO_GIVE_UP' })
    const notice = { severity: 'error' as const, sentence: 'Another network.' }
    den.driver.pullOut({ ...notice, code: 'dongle-other-network', values: { panId: '1a62' } })
    await expect(giveUp('beef')).rejects.toMatchObject({ code: 'NOTHING_TO_GIVE_UP' })
    await expect(giveUp('new')).rejects.toMatchObject({ code: 'NOTHING_TO_GIVE_UP' })
    expect(den.driver.givenUp).toEqual([])
    await giveUp('1a62')
    den.driver.pullOut({ ...notice, code: 'dongle-blank-no-backup', values: {} })
    await giveUp('new')
    expect(den.driver.givenUp).toEqual([0x1a62, 'new'])
    expect(at.journal.entries.at(-1)).toMatchObject({ what: 'giveUpNetwork', about: { network: 'new' } })
  })
})
