import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { publish } from '../src/cli/head-office/publish.ts'
import { rollOut, stop } from '../src/cli/head-office/rollout.ts'
import { Office } from '../src/publish/office.ts'
import { alteredRevision } from '../src/updates/testing/altered-revision.ts'
import { FileServer } from '../src/updates/testing/file-server.ts'
import { root } from './programs.ts'

const commands: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  publish,
  rollout: rollOut,
  stop,
}
const passphrase = 'correct horse battery'

/** Head office as it is: its own folder and commands, and a web server on loopback. */
export class TestOffice {
  readonly folder: string
  private readonly server: FileServer
  private readonly office: Office
  private wasCalled = false

  private constructor(folder: string) {
    this.folder = folder
    // Keys that are opened at once: each usual one takes every command a third of a second of both shells' time.
    this.office = new Office(join(folder, 'head-office'), async () => passphrase, { cost: 1024 })
    this.server = new FileServer(join(folder, 'head-office/repository'))
  }

  static async open(): Promise<TestOffice> {
    const office = new TestOffice(await mkdtemp(join(tmpdir(), 'head-office-')))
    await cp(join(root, 'scenes'), join(office.folder, 'scenes'), {
      recursive: true,
      filter: (path) => !/baked|photographs|furniture/.test(path),
    })
    const one = { threshold: 1, keys: 1 }
    await office.office.create({ areas: ['global', 'se'], root: one, targets: one, area: one })
    await office.server.start()
    return office
  }

  private get stick(): string {
    return join(this.folder, 'stick')
  }

  /** A kiosk's settings to hear of it. */
  get settings(): Record<string, string> {
    return {
      SHOWROOM_PLAYLISTS: `${this.server.address},${this.stick}`,
      SHOWROOM_PLAYLISTS_ROOT: join(this.folder, 'head-office/root.json'),
      SHOWROOM_COUNTRY: 'se',
    }
  }

  /** `ring` is the share of kiosks, in percent. */
  async publish(id: string, yaml: string, ring = 100): Promise<void> {
    await mkdir(join(this.folder, 'scenes/playlists'), { recursive: true })
    await writeFile(
      join(this.folder, `scenes/playlists/${id}.yaml`),
      `version: 1\nid: ${id}\ntitle: { en: ${id}, sv: ${id} }\n${yaml}\n`,
    )
    const where = ['--content', join(this.folder, 'scenes'), '--baked', join(root, 'out/rooms')]
    await this.command('publish', id, '--area', 'se', '--ring', String(ring), ...where)
  }

  async rollOut(id: string): Promise<void> {
    await this.command('rollout', id, '--area', 'se', '--to', '100')
  }

  /** From now on the web server hangs up on everybody. */
  cutNetwork(): void {
    this.server.meddle = (_request, response) => response.destroy().destroyed
  }

  /** Copies what would be served onto a stick, and puts it into the kiosk. */
  async bringStick(): Promise<void> {
    await rm(this.stick, { recursive: true, force: true })
    await cp(join(this.folder, 'head-office/repository'), `${this.stick}.new`, { recursive: true })
    await rename(`${this.stick}.new`, this.stick)
  }

  /** A stick with lists that somebody else wrote. */
  async bringStrangeStick(): Promise<void> {
    await this.bringStick()
    await writeFile(join(this.stick, 'metadata/timestamp.json'), '{}')
  }

  async stop(id: string): Promise<void> {
    await this.command('stop', id, '--area', 'se')
  }

  /** Signs a revision all of whose scenes name a lamp that no room has: our own commands would refuse it. */
  async publishBroken(id: string): Promise<void> {
    const { office } = this
    const { repository } = office
    const entries = await alteredRevision(repository, 'se', id, (_path, text) =>
      text.replace(/^fixtures:$/m, 'fixtures:\n  no-such-lamp: { on: true }'),
    )
    await repository.writeEntries('se', entries, await office.areaKeys('se'))
    await office.release()
  }

  async close(): Promise<void> {
    await this.server.stop()
    await rm(this.folder, { recursive: true, force: true })
  }

  /** The first as a program of its own, as people call it; the others here, since a start costs more than they do. */
  private async command(...args: string[]): Promise<void> {
    const [name = '', ...rest] = args
    const run = this.wasCalled ? commands[name] : undefined
    this.wasCalled = true
    if (run === undefined) return this.program(...args)
    process.env.SHOWROOM_PASSPHRASE = passphrase
    const code = await run([...rest, '--office', join(this.folder, 'head-office')])
    if (code !== 0) throw new Error(`showroom ${args.join(' ')} ended with ${code}`)
  }

  private async program(...args: string[]): Promise<void> {
    await promisify(execFile)(process.execPath, [join(root, 'src/cli/showroom.ts'), ...args], {
      cwd: this.folder,
      env: { ...process.env, SHOWROOM_PASSPHRASE: passphrase },
    })
  }
}
