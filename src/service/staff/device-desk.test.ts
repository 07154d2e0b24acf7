import { beforeEach, describe, expect, it } from 'vitest'
import { sceneId } from '../../contract/ids.ts'
import type { StaffDevice } from '../../contract/staff/staff-device.ts'
import type { StaffEvent } from '../../contract/staff/staff-state.ts'
import { type DeviceDescription, deviceId } from '../../showroom/device.ts'
import { pendant, pendantBulb, place, strip } from '../../showroom/testing/den.ts'
import { type ManagerAtDesk, managerAtDesk } from '../testing/manager-at-desk.ts'
import { testDesk } from '../testing/test-desk.ts'

const minute = 60_000
const dark = { on: false, brightness: 1, colour: { mode: 'kelvin' as const, kelvin: 2700 } }
const bulb = (id: string): DeviceDescription => ({ ...pendantBulb, id: deviceId.parse(id) })
const evening = sceneId.parse('evening')

describe('staff and their devices', () => {
  let den: ManagerAtDesk['den']
  let at: ManagerAtDesk['at']
  let client: ManagerAtDesk['client']
  let session: string
  let during: ManagerAtDesk['during']

  beforeEach(async () => {
    ;({ den, at, client, session, during } = await managerAtDesk())
  })

  const device = (id: string): StaffDevice | undefined =>
    at.desk.devices.devices().find((each) => each.id === id)
  const joining = () => at.desk.devices.joining()
  const saved = async () => JSON.parse((await den.storage.read('bindings.json')) ?? '{}').bindings

  it('are told how far a newcomer has come, and what it can do', async () => {
    await client.openJoining({ session, seconds: 254 })
    expect([den.driver.joinSeconds, joining().untilMs]).toEqual([254, den.clock.now() + 254_000])
    den.driver.join(bulb('new'), dark)
    den.driver.join(bulb('odd'), null)
    expect(joining().newcomers).toEqual([
      { id: 'new', stage: 'known' },
      { id: 'odd', stage: 'mute' },
    ])
    expect(device('new')).toMatchObject({
      kind: 'light',
      abilities: ['light', 'white'],
      place: null,
      health: 'answers',
    })
    await client.closeJoining({ session })
    expect([den.driver.joinSeconds, joining().untilMs]).toEqual([0, null])
  })

  it('let devices join for 254 seconds at most, Zigbee’s limit, and never for none', async () => {
    for (const seconds of [255, 900, 0, -1, 1.5]) {
      await expect(client.openJoining({ session, seconds })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
    expect([den.driver.joinSeconds, joining().untilMs]).toEqual([0, null])
    await client.openJoining({ session, seconds: 254 })
    await den.clock.advance(253_000)
    expect(joining().untilMs).not.toBeNull()
    await den.clock.advance(1001)
    expect(joining().untilMs).toBeNull()
  })

  it('hear soon of one that never says what it is, and that it is known when it does after all', async () => {
    await client.openJoining({ session, seconds: 254 })
    den.driver.join(bulb('odd'), 'asking')
    await den.clock.advance(39_000)
    expect(joining().newcomers).toEqual([{ id: 'odd', stage: 'asking' }])
    await den.clock.advance(2000)
    expect(joining().newcomers).toEqual([{ id: 'odd', stage: 'mute' }])
    den.driver.add(bulb('odd'), dark)
    expect(joining().newcomers).toEqual([{ id: 'odd', stage: 'known' }])
    den.driver.join(bulb('left'), 'asking')
    await client.leave({ session })
    await den.clock.advance(60_000)
    expect(joining().newcomers).toEqual([])
  })

  it('find who has come still there when the door was closed and opened, until they go', async () => {
    await client.openJoining({ session, seconds: 254 })
    den.driver.join(bulb('new'), dark)
    await client.closeJoining({ session })
    await client.openJoining({ session, seconds: 254 })
    expect(joining().newcomers).toEqual([{ id: 'new', stage: 'known' }])
    await client.leave({ session })
    expect(joining().newcomers).toEqual([])
    expect(device('new')).toMatchObject({ health: 'answers' })
  })

  it('name a lamp and put it at a fixture: it gets what the fixture shall be, after a restart too', async () => {
    den.showroom.handle({ kind: 'play-scene', scene: evening })
    den.driver.add(bulb('new'), dark)
    await client.nameDevice({ session, device: 'new', name: ' By the window ' })
    await during(client.placeDevice({ session, device: 'new', ...place('pendant') }), 5000)
    expect(device('new')).toMatchObject({ name: 'By the window', place: place('pendant'), health: 'answers' })
    expect(device(pendant)?.place).toBeNull()
    expect(den.driver.stateOf(deviceId.parse('new'))).toMatchObject({ on: true, brightness: 0.4 })
    expect(await saved()).toHaveLength(2)
    await den.restart()
    den.showroom.handle({ kind: 'switch', ...place('pendant'), on: false })
    await den.clock.advance(2000)
    expect(den.driver.stateOf(deviceId.parse('new'))).toMatchObject({ on: false })
  })

  it('replace a dead lamp: fixture, name, groups and scenes follow, and the dead one is forgotten', async () => {
    await client.nameDevice({ session, device: pendant, name: 'Old friend' })
    den.showroom.handle({ kind: 'play-scene', scene: evening })
    await den.clock.advance(3000)
    den.driver.setPower(pendant, false)
    await client.openJoining({ session, seconds: 60 })
    den.driver.join(bulb('new'), dark)
    await during(client.replaceDevice({ session, device: pendant, by: 'new' }), 5000)
    expect(device('new')).toMatchObject({ name: 'Old friend', place: place('pendant'), health: 'answers' })
    expect(device(pendant)).toBeUndefined()
    expect(den.driver.stateOf(deviceId.parse('new'))).toMatchObject({ on: true, brightness: 0.4 })
    const plan = den.driver.plans.find(({ name }) => name === 'den/evening')
    expect(plan?.commands.map((command) => command.device)).toEqual(['new', strip])
    expect(at.journal.entries.at(-1)).toMatchObject({
      what: 'replaceDevice',
      about: { device: pendant, by: 'new' },
    })
  })

  it('may not put a lamp where a plug belongs, nor anything nowhere', async () => {
    const before = await saved()
    const call = (at: string, id: string = pendant) =>
      client.placeDevice({ session, device: id, ...place(at) })
    await expect(call('radio')).rejects.toMatchObject({ code: 'UNFIT' })
    await expect(call('cellar')).rejects.toMatchObject({ code: 'UNKNOWN_PLACE' })
    await expect(call('corner', 'nobody')).rejects.toMatchObject({ code: 'UNKNOWN_DEVICE' })
    await expect(client.replaceDevice({ session, device: pendant, by: pendant })).rejects.toMatchObject({
      code: 'UNKNOWN_DEVICE',
    })
    await expect(client.removeDevice({ session, device: 'nobody' })).rejects.toMatchObject({
      code: 'UNKNOWN_DEVICE',
    })
    expect(await saved()).toEqual(before)
  })

  it('lose nothing on a disk that takes nothing', async () => {
    den.driver.add(bulb('new'), dark)
    den.storage.write = async () => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    }
    for (const change of [
      () => client.placeDevice({ session, device: 'new', ...place('pendant') }),
      () => client.replaceDevice({ session, device: pendant, by: 'new' }),
      () => client.nameDevice({ session, device: 'new', name: 'x' }),
      () => client.removeDevice({ session, device: pendant }),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: 'CANNOT_SAVE' })
    }
    expect(device(pendant)?.place).toEqual(place('pendant'))
    expect(device('new')).toMatchObject({ name: '', place: null })
  })

  it('see one device blink at a time', async () => {
    const told = async (ms: number) => {
      const before = den.driver.sent.length
      await den.clock.advance(ms)
      return new Set(den.driver.sent.slice(before).map((command) => command.device))
    }
    await during(client.blink({ session, device: pendant }))
    expect(await told(3000)).toEqual(new Set([pendant]))
    await during(client.blink({ session, device: strip }))
    expect(await told(3000)).toEqual(new Set([strip]))
    expect(at.desk.devices.blinks()).toBe(strip)
    den.driver.setPower(pendant, false)
    await expect(during(client.blink({ session, device: pendant }))).rejects.toMatchObject({
      code: 'NO_ANSWER',
    })
    expect([await told(3000), at.desk.devices.blinks()]).toEqual([new Set(), null])
  })

  it('stay signed in while devices may join, and two minutes longer', async () => {
    await client.openJoining({ session, seconds: 254 })
    await den.clock.advance(254_000 + 2 * minute - 1000)
    await client.stay({ session })
    await den.clock.advance(2 * minute)
    await expect(client.stay({ session })).rejects.toMatchObject({ code: 'SIGN_IN' })
  })

  it('leave no door open behind them, and nothing blinking', async () => {
    await client.openJoining({ session, seconds: 254 })
    await during(client.blink({ session, device: pendant }))
    await during(client.leave({ session }))
    expect([den.driver.joinSeconds, joining().untilMs]).toEqual([0, null])
    const told = den.driver.sent.length
    await den.clock.advance(5000)
    expect(den.driver.sent.length).toBe(told)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: false })
  })

  it('send a device away: its fixture is free, its name is gone', async () => {
    await client.nameDevice({ session, device: pendant, name: 'Old friend' })
    await during(client.removeDevice({ session, device: pendant }))
    expect(device(pendant)).toBeUndefined()
    expect(await saved()).toHaveLength(1)
    expect(await den.storage.read('device-names.json')).not.toContain('Old friend')
    expect(den.light('pendant').reach).toBe('unbound')
  })

  it('keep what a spoilt record said when they bind anew', async () => {
    await den.storage.write('bindings.json', '{"version":1,"bind')
    await den.restart()
    at = testDesk(den.showroom, den.driver, den.clock, den.storage)
    await at.desk.start()
    await during(at.desk.devices.place(pendant, place('pendant')))
    expect(await den.storage.read('bindings.spoilt.json')).toBe('{"version":1,"bind')
    expect(await saved()).toEqual([{ ...place('pendant'), device: pendant }])
  })

  it('are told of changes only, each device whole', async () => {
    const events = await client.follow({ session })
    expect((await events.next()).value).toMatchObject({ kind: 'state' })
    await den.clock.advance(1000)
    den.driver.setPower(pendant, false)
    den.showroom.handle({ kind: 'switch', ...place('pendant'), on: true })
    await den.clock.advance(3000)
    let told: StaffDevice | undefined
    while (told?.health !== 'silent') {
      const step = await events.next()
      if (step.done === true) throw new Error('the events ended')
      const event: StaffEvent = step.value
      if (event.kind === 'devices') told = event.devices.find(({ id }) => id === pendant) ?? told
    }
    expect(told.place).toEqual(place('pendant'))
    await client.leave({ session })
  })
})
