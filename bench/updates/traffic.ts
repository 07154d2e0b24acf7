import { readContentFolder } from '../../src/platform/content-folder.ts'
import type { SourceFile } from '../../src/showroom/content.ts'
import { FileServer } from '../../src/updates/testing/file-server.ts'
import { HeadOffice } from '../../src/updates/testing/head-office.ts'
import { TestKiosk } from '../../src/updates/testing/test-kiosk.ts'

export interface Traffic {
  readonly requests: number
  readonly bytes: number
}

export interface TrafficReport {
  /** The first time, with the living room's light. */
  readonly install: Traffic
  /** What the playlist's files are together, in bytes. */
  readonly contentBytes: number
  readonly idle: Traffic
  /** One scene of the playlist says something else. */
  readonly smallUpdate: Traffic
  readonly rollOut: Traffic
}

/** What a kiosk asks of head office's web server, with the room, the scenes and the light that are built in. */
export async function measureTraffic(): Promise<TrafficReport> {
  const office = await HeadOffice.open()
  const server = new FileServer(office.repository.folder)
  try {
    const { files } = await readContentFolder('scenes')
    const publish = (own: readonly SourceFile[]) =>
      office.publish('se', 'winter', { content: { rooms: 'living-room', files: own, baked: 'out/rooms' } })
    await publish(files)
    const kiosk = await TestKiosk.open(await office.root, await server.start())
    const look = async (): Promise<Traffic> => {
      server.forget()
      const result = await kiosk.poll()
      if (result.kind === 'refused') throw new Error(result.why)
      return { requests: server.requests.length, bytes: server.bodyBytes }
    }
    const install = await look()
    const { plays } = await kiosk.updates.judge(kiosk.kiosk)
    const contentBytes = (plays?.manifest.files ?? []).reduce((sum, { bytes }) => sum + bytes, 0)
    const idle = await look()
    await publish(
      files.map((file) =>
        file.path === 'living-room/movie-night.yaml'
          ? { ...file, text: file.text.replace('transition: 2s', 'transition: 3s') }
          : file,
      ),
    )
    const smallUpdate = await look()
    await office.rollOut('se', 'winter', { ring: 50 })
    const rollOut = await look()
    await kiosk.close()
    return { install, contentBytes, idle, smallUpdate, rollOut }
  } finally {
    await server.stop()
    await office.close()
  }
}
