import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import type { StaffEvent } from '../../contract/staff/staff-state.ts'
import { Den, pendant, strip } from '../../showroom/testing/den.ts'
import { testDesk } from '../testing/test-desk.ts'
import { createStaffRouter } from './staff-router.ts'

async function open() {
  const den = await Den.open()
  const at = testDesk(den.showroom, den.driver, den.clock, den.storage)
  await at.desk.start()
  const client = createRouterClient(createStaffRouter(at.desk))
  const { session } = await client.begin({ managerPin: '482139', clerkPin: null })
  const told: StaffEvent[] = []
  at.desk.news.listen((event) => told.push(event))
  const surveys = () => told.flatMap((event) => (event.kind === 'survey' ? [event.survey] : []))
  /** The answer comes with the showroom's clock. */
  const begin = async () => {
    const asked = client.surveyNetwork({ session })
    asked.catch(() => {})
    await den.clock.advance(2000)
    return asked
  }
  return { den, client, session, surveys, begin }
}

it('everybody on mains is asked whom they hear, one after the other, and staff see how far it has come', async () => {
  const { den, client, session, surveys, begin } = await open()
  den.driver.setNeighbours(null, [{ device: pendant, quality: 170 }])
  den.driver.setNeighbours(pendant, [
    { device: null, quality: 160 },
    { device: strip, quality: 40 },
  ])
  den.driver.setNeighbours(strip, [{ device: pendant, quality: 45 }])
  await begin()
  expect(surveys().map(({ asked, of }) => [asked, of])).toEqual([
    [0, 3],
    [1, 3],
    [2, 3],
    [3, 3],
  ])
  expect(surveys().at(-1)).toMatchObject({ isUnderWay: false, askedAt: expect.any(String) })
  expect((await client.networkMap({ session })).links).toEqual([
    { hears: null, heard: pendant, quality: 170 },
    { hears: pendant, heard: null, quality: 160 },
    { hears: pendant, heard: strip, quality: 40 },
    { hears: strip, heard: pendant, quality: 45 },
  ])
})

it('who is known to be silent is not waited for, and who says nothing is named', async () => {
  const { den, client, session, begin } = await open()
  den.driver.setPower(pendant, false)
  await begin()
  expect(await client.networkMap({ session })).toMatchObject({ mute: [pendant] })
  await den.clock.advance(20_000)
  await begin()
  expect((await client.networkMap({ session })).mute).toEqual([])
})

it('without a stick nobody can be asked', async () => {
  const { den, begin, surveys } = await open()
  den.driver.pullOut({ code: 'gone', severity: 'error', sentence: 'gone', values: {} })
  await expect(begin()).rejects.toMatchObject({ code: 'NO_DONGLE' })
  expect(surveys().at(-1)).toMatchObject({ isUnderWay: false })
})
