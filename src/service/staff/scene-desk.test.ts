import { createRouterClient } from '@orpc/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { sceneId } from '../../contract/ids.ts'
import { silentLog } from '../../showroom/log.ts'
import { OwnScenes } from '../../showroom/own-scenes/own-record.ts'
import { Den, denFile, pendant, place, strip } from '../../showroom/testing/den.ts'
import { type TestDesk, testDesk } from '../testing/test-desk.ts'
import { createStaffRouter } from './staff-router.ts'

const { room } = place('pendant')
const evening = sceneId.parse('evening')
const bright = sceneId.parse('bright')
const cosy = sceneId.parse('own-cosy-corner')
const words = {
  title: { en: 'Cosy corner', sv: 'Mysigt hörn' },
  story: { en: 'Made in this store.' },
  icon: 'book' as const,
}
const brightFile = denFile('den/bright.yaml', 'fixtures: { pendant: { brightness: 1 } }\n')

describe('staff and their scenes', () => {
  let den: Den
  let at: TestDesk
  let client: ReturnType<typeof clientOf>
  let session: string

  const clientOf = (desk: TestDesk) => createRouterClient(createStaffRouter(desk.desk))

  async function openDesk(): Promise<void> {
    at = testDesk(den.showroom, den.driver, den.clock, den.storage)
    await at.own.load()
    await at.desk.start()
    client = clientOf(at)
  }

  beforeEach(async () => {
    den = await Den.openWith([brightFile])
    await openDesk()
    ;({ session } = await client.begin({ managerPin: '482139', clerkPin: null }))
  })

  const tiles = () => den.showroom.snapshot().scenes.map(({ id }) => id)
  const play = async (scene: string) => {
    den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse(scene) })
    await den.clock.advance(4000)
  }
  const dim = async (name: string, brightness: number) => {
    den.showroom.handle({ kind: 'dim', ...place(name), brightness, steady: false })
    await den.clock.advance(3000)
  }
  /** As after a power cut, with the layer read anew, under whatever content plays then. */
  async function restart(own: 'shown' | 'not-shown' = 'shown'): Promise<void> {
    const scenes = new OwnScenes(den.storage, silentLog)
    await scenes.load()
    den.visiting = { ...den.visiting, own: own === 'shown' ? scenes.current : null }
    await den.restart()
  }

  it('make the room as it is into a scene, and it brings all of it back, after a restart too', async () => {
    await play('evening')
    await dim('pendant', 0.73)
    den.showroom.handle({ kind: 'tint', ...place('strip'), colour: { mode: 'xy', x: 0.17, y: 0.7 } })
    await den.clock.advance(3000)
    const { scene } = await client.captureScene({ session, room, ...words })
    expect(scene).toBe(cosy)
    expect(tiles()).toContain(cosy)
    const before = [den.light('pendant'), den.light('strip'), den.light('corner')]
    await restart()
    await play('bright')
    await play(cosy)
    expect(den.light('pendant')).toMatchObject({ on: true, brightness: before[0]?.brightness })
    expect(den.light('strip').colour).toMatchObject({
      x: expect.closeTo(0.17, 2),
      y: expect.closeTo(0.7, 2),
    })
    expect(den.light('corner').on).toBe(false)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.73 })
    expect(den.showroom.snapshot().fixtures.find(({ id }) => id === 'radio')).toMatchObject({ on: true })
  })

  it('get a lamp that does not answer into the scene as it should be, not dark', async () => {
    await play('evening')
    den.driver.setPower(strip, false)
    await dim('strip', 0.6)
    expect(den.light('strip').reach).toBe('unreachable')
    await client.captureScene({ session, room, ...words })
    expect(at.own.current.files[0]?.text).toMatch(/strip:\n {4}brightness: 0\.6\n/)
  })

  it('put their own in place of head office’s, take it back, and take it away', async () => {
    await play('bright')
    await dim('pendant', 0.2)
    await client.recaptureScene({ session, room, scene: bright })
    const origin = () => at.desk.scenes.state().scenes.find(({ id }) => id === bright)?.origin
    expect(origin()).toBe('instead')
    await play('evening')
    await play('bright')
    expect(den.light('pendant').brightness).toBe(0.2)
    await client.undoScenes({ session })
    expect(origin()).toBe('given')
    await play('evening')
    await play('bright')
    expect(den.light('pendant').brightness).toBe(1)
    await expect(client.undoScenes({ session })).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' })
    await client.recaptureScene({ session, room, scene: bright })
    await client.removeScene({ session, room, scene: bright })
    expect(origin()).toBe('given')
    await expect(client.removeScene({ session, room, scene: bright })).rejects.toMatchObject({
      code: 'UNKNOWN_SCENE',
    })
  })

  it('name their own in every language, and none of head office’s', async () => {
    const { scene } = await client.captureScene({ session, room, ...words })
    const other = { ...words, title: { en: 'Corner', ar: 'ركن' } }
    await client.nameScene({ session, room, scene, ...other })
    expect(den.showroom.snapshot().scenes.find(({ id }) => id === scene)?.title).toEqual(other.title)
    await expect(client.nameScene({ session, room, scene: evening, ...other })).rejects.toMatchObject({
      code: 'UNKNOWN_SCENE',
    })
    const again = await client.captureScene({ session, room, ...words, title: { en: '居心地' } })
    expect(again.scene).toBe('own-scene')
  })

  it('order the tiles and hide some: hidden ones are neither offered nor gone', async () => {
    expect(tiles()).toEqual([bright, evening])
    await client.arrangeScenes({ session, room, order: [evening, bright], hidden: [] })
    expect(tiles()).toEqual([evening, bright])
    await client.arrangeScenes({ session, room, order: [evening, bright], hidden: [evening] })
    expect(tiles()).toEqual([bright])
    expect(at.desk.scenes.state().scenes.map(({ id, hidden }) => [id, hidden])).toEqual([
      [evening, true],
      [bright, false],
    ])
    await restart()
    expect(tiles()).toEqual([bright])
  })

  it('may change nothing while a playlist does not let them, and lose nothing by it', async () => {
    await client.captureScene({ session, room, ...words })
    await restart('not-shown')
    expect(tiles()).toEqual([bright, evening])
    const strict = testDesk(den.showroom, den.driver, den.clock, den.storage, { ownScenesAllowed: false })
    await strict.own.load()
    await strict.desk.start()
    const other = clientOf(strict)
    const { session: manager } = await other.signIn({ pin: '482139' })
    const refused = { code: 'SCENES_NOT_ALLOWED' }
    await expect(other.captureScene({ session: manager, room, ...words })).rejects.toMatchObject(refused)
    await expect(
      other.arrangeScenes({ session: manager, room, order: [], hidden: [bright] }),
    ).rejects.toMatchObject(refused)
    expect(strict.own.current.files).toHaveLength(1)
    await restart()
    expect(tiles()).toContain(cosy)
  })

  it('carry scenes to another store as files, all of them or none', async () => {
    await dim('corner', 0.5)
    await client.captureScene({ session, room, ...words })
    expect(await client.exportScenes({ session })).toMatchObject({ count: 1 })
    const [file] = at.exchange.files
    expect(file?.path).toBe('den/own-cosy-corner.yaml')

    den = await Den.openWith([brightFile])
    await openDesk()
    ;({ session } = await client.begin({ managerPin: '482139', clerkPin: null }))
    const broken = { path: 'den/own-odd.yaml', text: (file?.text ?? '').replaceAll('corner:', 'cornr:') }
    at.exchange.files = [file ?? broken, broken]
    expect(await client.importScenes({ session })).toMatchObject({ taken: 0, problems: expect.any(Array) })
    expect((await client.importScenes({ session })).problems.join()).toContain(
      'exchange/den/own-odd.yaml:15:3 fixtures.cornr: room "den" has no fixture "cornr"',
    )
    expect(tiles()).not.toContain(cosy)
    // Files for a room that this store has not stay where they are.
    at.exchange.files = [file ?? broken, { path: 'attic/own-high.yaml', text: file?.text ?? '' }]
    expect(await client.importScenes({ session })).toEqual({ folder: 'exchange', taken: 1, problems: [] })
    expect(tiles()).toContain(cosy)
  })

  it('lose nothing on a disk that takes nothing', async () => {
    await client.captureScene({ session, room, ...words })
    den.storage.write = async () => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    }
    await expect(client.removeScene({ session, room, scene: cosy })).rejects.toMatchObject({
      code: 'CANNOT_SAVE',
    })
    expect(tiles()).toContain(cosy)
  })

  it('are told of own files that fit their room no more, and the others play on', async () => {
    await client.captureScene({ session, room, ...words })
    const [file] = at.own.current.files
    const odd = {
      room,
      scene: sceneId.parse('own-odd'),
      text: (file?.text ?? '').replace('brightness', 'brigtness'),
    }
    await at.own.save({ ...at.own.current, files: [...at.own.current.files, odd] })
    await restart()
    expect(tiles()).toContain(cosy)
    expect(tiles()).not.toContain('own-odd')
    expect(
      den.showroom
        .snapshot()
        .notices.map(({ sentence }) => sentence)
        .join(),
    ).toContain('own-scenes/den/own-odd.yaml')
  })
})
