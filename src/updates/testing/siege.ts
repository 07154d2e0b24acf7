import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { FileServer } from './file-server.ts'
import { HeadOffice } from './head-office.ts'
import { TestKiosk } from './test-kiosk.ts'

export const dayMs = 86_400_000
const began = Date.parse('2026-11-21T12:00Z')

/** A kiosk that plays what head office published, and a web server between them that does what attackers do. */
export class Siege {
  /** The wall clock of kiosk and head office alike, unless a test sets them apart. */
  nowMs = began
  kioskMs: () => number = () => this.nowMs
  readonly office: HeadOffice
  readonly server: FileServer
  readonly kiosk: TestKiosk

  private constructor(parts: Pick<Siege, 'office' | 'server' | 'kiosk'>) {
    this.office = parts.office
    this.server = parts.server
    this.kiosk = parts.kiosk
  }

  static async open(): Promise<Siege> {
    // The clocks are asked only once there is a siege to tell the time.
    let siege: Siege | null = null
    const office = await HeadOffice.open(() => siege?.nowMs ?? began)
    const server = new FileServer(office.repository.folder)
    await office.publish('se', 'winter')
    const kiosk = await TestKiosk.open(
      await office.root,
      await server.start(),
      () => siege?.kioskMs() ?? began,
    )
    siege = new Siege({ office, server, kiosk })
    expect(await kiosk.poll()).toMatchObject({ kind: 'installed' })
    expect(await kiosk.plays()).toBe('se/winter 1')
    return siege
  }

  async close(): Promise<void> {
    await this.server.stop()
    await this.kiosk.close()
    await this.office.close()
  }

  /** Refused for this reason, and what played plays on: also after a restart. */
  async refused(reason: string, plays: string | null = 'se/winter 1'): Promise<void> {
    expect(await this.kiosk.poll()).toMatchObject({ kind: 'refused', reason })
    expect(await this.kiosk.plays()).toBe(plays)
    await this.kiosk.restart(this.server.address)
    expect(await this.kiosk.plays()).toBe(plays)
  }

  /** And once the attack is over, what head office published comes. */
  async recovers(plays = 'se/winter 2'): Promise<void> {
    this.server.meddle = () => false
    expect((await this.kiosk.poll()).kind).not.toBe('refused')
    expect(await this.kiosk.plays()).toBe(plays)
  }

  /** Answers a path with these bytes. */
  serve(path: string | RegExp, bytes: Buffer | string): void {
    this.server.meddle = (_request, response, asked) => {
      if (typeof path === 'string' ? asked !== path : !path.test(asked)) return false
      response.writeHead(200).end(bytes)
      return true
    }
  }

  /** A list of head office's, by its file's name. */
  list(name: string): Promise<Buffer> {
    return readFile(join(this.office.repository.folder, 'metadata', name))
  }
}
