import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffDevice } from '../../contract/staff/staff-device.ts'
import { type DeviceDescription, deviceId } from '../../showroom/device.ts'
import { pendant, pendantBulb, place, strip } from '../../showroom/testing/den.ts'
import { type ManagerAtDesk, managerAtDesk } from '../testing/manager-at-desk.ts'

const dark = { on: false, brightness: 1, colour: { mode: 'kelvin' as const, kelvin: 2700 } }
const bulb = (id: string): DeviceDescription => ({ ...pendantBulb, id: deviceId.parse(id) })

describe('changes of devices', () => {
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
  const saved = async () => JSON.parse((await den.storage.read('bindings.json')) ?? '{}').bindings

  it('by two at once are made one after the other, and none is lost', async () => {
    den.driver.add(bulb('a'), dark)
    den.driver.add(bulb('b'), dark)
    await during(
      Promise.all([
        client.placeDevice({ session, device: 'a', ...place('corner') }),
        client.placeDevice({ session, device: 'b', ...place('pendant') }),
        client.freeDevice({ session, device: strip }),
      ]),
    )
    expect(await saved()).toEqual([
      { ...place('corner'), device: 'a' },
      { ...place('pendant'), device: 'b' },
    ])
  })

  it('by two at once: what one removes the other neither places nor names, and nothing of it is left', async () => {
    den.driver.add(bulb('new'), dark)
    const removing = client.removeDevice({ session, device: pendant })
    const unknown = { code: 'UNKNOWN_DEVICE' }
    await Promise.all([
      expect(client.placeDevice({ session, device: pendant, ...place('corner') })).rejects.toMatchObject(
        unknown,
      ),
      expect(client.nameDevice({ session, device: pendant, name: 'Mine' })).rejects.toMatchObject(unknown),
      expect(client.replaceDevice({ session, device: strip, by: pendant })).rejects.toMatchObject(unknown),
      expect(client.removeDevice({ session, device: pendant })).rejects.toMatchObject(unknown),
    ])
    await during(removing)
    expect([device(pendant), device(strip)?.place]).toEqual([undefined, place('strip')])
    await during(client.replaceDevice({ session, device: strip, by: 'new' }), 0)
    await expect(client.placeDevice({ session, device: strip, ...place('corner') })).rejects.toMatchObject(
      unknown,
    )
    await den.clock.advance(1000)
    expect(device(strip)).toBeUndefined()
  })

  it('leave lamp and name together when the name cannot be passed on', async () => {
    await client.nameDevice({ session, device: pendant, name: 'Old friend' })
    den.driver.add(bulb('new'), dark)
    const write = den.storage.write.bind(den.storage)
    den.storage.write = async (name, text) => {
      if (name === 'device-names.json') throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      await write(name, text)
    }
    await expect(during(client.replaceDevice({ session, device: pendant, by: 'new' }))).rejects.toMatchObject(
      { code: 'CANNOT_SAVE' },
    )
    expect(device(pendant)).toMatchObject({ name: 'Old friend', place: place('pendant') })
    expect(device('new')).toMatchObject({ name: '', place: null })
  })
})

it('two who save the store at once both get what they changed', async () => {
  const { at, client, session, den } = await managerAtDesk()
  const { store } = at.desk.state('manager')
  const save = (part: Partial<typeof store>) =>
    client.saveStore({ session, before: store, store: { ...store, ...part } })
  await Promise.all([save({ name: 'Kurva' }), save({ language: 'sv' })])
  expect(at.desk.state('manager').store).toEqual({ ...store, name: 'Kurva', language: 'sv' })
  expect(JSON.parse((await den.storage.read('store.json')) ?? '').store).toMatchObject({
    name: 'Kurva',
    language: 'sv',
  })
})
