import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { expect, vi } from 'vitest'
import { type PlaylistsReport, playlistsReport } from '../../contract/staff/playlists-report.ts'

const patience = { timeout: 240_000, interval: 20 }
/** No stick: lamps are not what is tried here. */
const noStick = 'tcp://127.0.0.1:1'

/** `npm run serve` as a process of its own, over a data folder that outlives it. */
export class KioskProgram {
  readonly folder: string
  private readonly sources: string
  private child: ChildProcess | null = null
  private said = ''
  private clockOffMs = 0

  private constructor(folder: string, sources: string) {
    this.folder = folder
    this.sources = sources
  }

  /** `root` is the JSON that head office gave out, `sources` what SHOWROOM_PLAYLISTS says. */
  static async open(root: string, sources: string): Promise<KioskProgram> {
    const program = new KioskProgram(await mkdtemp(join(tmpdir(), 'kiosk-')), sources)
    await writeFile(program.rootFile, root)
    await mkdir(program.dataFolder)
    return program
  }

  get rootFile(): string {
    return join(this.folder, 'root.json')
  }

  get dataFolder(): string {
    return join(this.folder, 'data')
  }

  /** Somebody sets its clock, also while it runs: so many milliseconds off the machine's. */
  setClock(offMs: number): void {
    this.clockOffMs = offMs
    if (this.child?.connected === true) this.child.send({ clockOffMs: offMs })
  }

  /** Resolves once it serves the page. */
  async start(): Promise<void> {
    const child = spawn(
      process.execPath,
      ['--import', clockModule(this.clockOffMs), 'src/service/serve.ts', '--port', '0'],
      {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: {
          ...process.env,
          SHOWROOM_DATA: this.dataFolder,
          SHOWROOM_ZIGBEE_PORT: noStick,
          SHOWROOM_STORE: 'malmo',
          SHOWROOM_COUNTRY: 'se',
          SHOWROOM_KIOSK: 'kiosk-1',
          SHOWROOM_PLAYLISTS: this.sources,
          SHOWROOM_PLAYLISTS_ROOT: this.rootFile,
          SHOWROOM_PLAYLISTS_EVERY: '0.1',
          SHOWROOM_PLAYLISTS_PATIENCE: '2',
          SHOWROOM_IDLE: '0.05',
        },
      },
    )
    this.child = child
    child.stderr?.on('data', (chunk) => {
      this.said += chunk
    })
    for await (const line of createInterface({ input: child.stdout ?? Readable.from([]) })) {
      if (line.includes('"ready":true')) return
    }
    throw new Error(`The kiosk did not start.\n${this.said}`)
  }

  /** It runs, and nothing went wrong that it had not reckoned with. */
  expectWell(): void {
    expect(this.child?.exitCode).toBe(null)
    expect(this.said.replaceAll(/^.* error +Nothing answers at tcp:.*$/gm, '')).not.toMatch(/^\S+Z error /m)
  }

  async stop(): Promise<void> {
    if (this.child === null || this.child.exitCode !== null) return
    const ended = once(this.child, 'exit')
    this.child.kill('SIGTERM')
    await ended
  }

  async close(): Promise<void> {
    await this.stop()
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }

  async status(): Promise<PlaylistsReport> {
    const text = await readFile(join(this.dataFolder, 'playlists/status.json'), 'utf8')
    return playlistsReport.parse(JSON.parse(text))
  }

  /** Waits until the status file says so. */
  async says(expected: object): Promise<void> {
    await vi.waitFor(async () => expect(await this.status()).toMatchObject(expected), patience)
  }
}

/** A module that makes a program's clock wrong before anything else looks at it, and again when it is told. */
function clockModule(offMs: number): string {
  const code = `const True = Date
let offMs = ${offMs}
process.on('message', (told) => { offMs = told.clockOffMs })
process.channel.unref()
globalThis.Date = class Date extends True {
  constructor(...given) { given.length > 0 ? super(...given) : super(True.now() + offMs) }
  static now() { return True.now() + offMs }
}`
  return `data:text/javascript,${encodeURIComponent(code)}`
}
