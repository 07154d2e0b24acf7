import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readContentFolder } from '../platform/content-folder.ts'
import { readContent } from '../showroom/content.ts'
import { noHost } from '../showroom/staff/safekeeping.ts'
import { type RunningShowroom, startShowroom } from './build-showroom.ts'
import { readSettings } from './settings.ts'

const cosy = `version: 1
id: own-cosy
room: living-room
title: { en: Cosy }
story: { en: As it was. }
icon: moon
fixtures:
  pendant: { brightness: 0.3, kelvin: 2200 }
`
const hidden = 'bright-day'
const own = {
  version: 1,
  files: [{ room: 'living-room', scene: 'own-cosy', text: cosy }],
  rooms: { 'living-room': { order: [], hidden: [hidden] } },
}

describe('the store’s own scenes', () => {
  let dataFolder: string
  let running: RunningShowroom | null

  beforeEach(async () => {
    running = null
    dataFolder = await mkdtemp(join(tmpdir(), 'own-layer-'))
    await writeFile(join(dataFolder, 'own-scenes.json'), JSON.stringify(own))
  })
  afterEach(async () => {
    await running?.stop()
    await rm(dataFolder, { recursive: true })
  })

  /** As the program starts it, with a stick that nobody has plugged in. */
  async function scenesUnder(ownScenes: boolean | 'no playlist'): Promise<string[]> {
    const settings = readSettings({
      SHOWROOM_DATA: dataFolder,
      SHOWROOM_SCENES: resolve('scenes'),
      SHOWROOM_ZIGBEE_PORT: join(dataFolder, 'no-stick'),
    })
    const { files, unreadable } = await readContentFolder(settings.contentFolder)
    const content = readContent(files, unreadable)
    running = await startShowroom(settings, {
      playlist: ownScenes === 'no playlist' ? null : { content, bakes: new Map(), ownScenes },
      ...{ own: null, statistics: null, playlists: () => null, host: noHost },
    })
    const { scenes } = running.showroom.snapshot()
    return scenes.filter(({ room }) => room === 'living-room').map(({ id }) => id)
  }

  it.each(['no playlist', true] as const)('are laid over what is shown: %s', async (playlist) => {
    const scenes = await scenesUnder(playlist)
    expect(scenes).toContain('own-cosy')
    expect(scenes).not.toContain(hidden)
  })

  it('are not shown while a playlist says so, and hide nothing of it', async () => {
    const scenes = await scenesUnder(false)
    expect(scenes).not.toContain('own-cosy')
    expect(scenes).toContain(hidden)
  })
})
