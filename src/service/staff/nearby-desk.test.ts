import { beforeEach, describe, expect, it } from 'vitest'
import { deviceId } from '../../showroom/device.ts'
import { pendant } from '../../showroom/testing/den.ts'
import { type ManagerAtDesk, managerAtDesk, outcome } from '../testing/manager-at-desk.ts'

const stranger = deviceId.parse('0x00158d0000000b21')
const other = deviceId.parse('0x00158d0000000b22')

describe('lamps beside the stick', () => {
  let den: ManagerAtDesk['den']
  let at: ManagerAtDesk['at']
  let client: ManagerAtDesk['client']
  let session: string
  let during: ManagerAtDesk['during']

  beforeEach(async () => {
    ;({ den, at, client, session, during } = await managerAtDesk())
    den.driver.beside.devices = [
      { device: stranger, channel: 15 },
      { device: other, channel: 20 },
      { device: pendant, channel: 11 },
    ]
  })

  const blink = (device: string) => outcome(during(client.blinkNearby({ session, device })))
  const reset = (device: string) => outcome(during(client.resetNearby({ session, device })))

  it('are told with their address, and which are our own', async () => {
    expect(await during(client.findNearby({ session }))).toEqual([
      { device: stranger, channel: 15, isOurs: false },
      { device: other, channel: 20, isOurs: false },
      { device: pendant, channel: 11, isOurs: true },
    ])
  })

  it('are reset only after they have blinked, the last one that has, and never our own', async () => {
    expect(await blink(stranger)).toBe('TOUCHLINK gone')
    await during(client.findNearby({ session }))
    expect(await reset(stranger)).toBe('TOUCHLINK gone')
    expect([await blink(stranger), await blink(other)]).toEqual(['done', 'done'])
    expect(await reset(stranger)).toBe('TOUCHLINK gone')
    expect([await blink(pendant), await reset(pendant)]).toEqual(['done', 'TOUCHLINK gone'])
    expect(den.driver.beside.wereReset).toEqual([])
    expect([await blink(stranger), await reset(stranger)]).toEqual(['done', 'done'])
    expect(den.driver.beside.wereReset).toEqual([stranger])
    expect(await reset(stranger)).toBe('TOUCHLINK gone')
    expect(at.journal.entries.at(-1)).toMatchObject({ what: 'resetNearby', about: { device: stranger } })
  })

  it('are out of reach of sticks that cannot', async () => {
    den.driver.beside.devices = null
    expect(await outcome(during(client.findNearby({ session })))).toBe('TOUCHLINK unable')
  })

  it('are asked by one person at a time, and only with a stick', async () => {
    const first = client.findNearby({ session })
    expect(await outcome(client.findNearby({ session }))).toBe('TOUCHLINK busy')
    expect(await during(first)).toHaveLength(3)
    await den.driver.stop()
    expect(await outcome(during(client.findNearby({ session })))).toBe('NO_DONGLE')
  })
})
