import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import {
  isPageLinkMessage,
  leaveKiosk,
  newPage,
  type PageLinkMessage,
  restartKiosk,
  stopService,
} from '../contract/page-link.ts'
import { BackOff } from './back-off.ts'
import { log } from './log.ts'

const orderlyEndMs = 3_000
const termEndMs = 1_500

export interface ServiceProcessOptions {
  readonly file: string
  readonly env: Readonly<Record<string, string>>
  /** The service stands (again): whoever talked to the one before needs a new port. */
  readonly onStarted: () => void
  /** Staff ask for it: the whole kiosk starts anew, or ends. The page cannot. */
  readonly onEnd: (again: boolean) => void
}

/** Keeps the service running as a process of its own: what ends is started again, until `stop`. */
export class ServiceProcess {
  private readonly options: ServiceProcessOptions
  private readonly backOff = new BackOff()
  private child: UtilityProcess | null = null
  private stopping = false

  constructor(options: ServiceProcessOptions) {
    this.options = options
  }

  start(): void {
    const startedAtMs = performance.now()
    // Asked for by these, libraries would write of every byte on the dongle's line, and so of touches.
    const { DEBUG: _debug, NODE_DEBUG: _nodeDebug, ...env } = process.env
    const child = utilityProcess.fork(this.options.file, [], {
      env: { ...env, ...this.options.env },
      stdio: 'pipe',
      serviceName: 'showroom service',
    })
    child.stdout?.pipe(process.stdout, { end: false })
    child.stderr?.pipe(process.stderr, { end: false })
    child.once('spawn', () => {
      log(`the service runs (process ${child.pid})`)
      this.child = child
      this.options.onStarted()
    })
    child.on('message', (message: unknown) => {
      if (isPageLinkMessage(message, restartKiosk)) this.options.onEnd(true)
      if (isPageLinkMessage(message, leaveKiosk)) this.options.onEnd(false)
    })
    child.once('exit', (code) => this.ended(code, performance.now() - startedAtMs))
  }

  /** A new line to the service, or null while there is none: `onStarted` tells when to ask again. */
  connect(): MessagePortMain | null {
    if (this.child === null) return null
    const { port1, port2 } = new MessageChannelMain()
    const message: PageLinkMessage = { kind: newPage }
    this.child.postMessage(message, [port1])
    return port2
  }

  /** Ends the service in order; one that does not listen is ended all the same. */
  async stop(): Promise<void> {
    this.stopping = true
    const child = this.child
    if (child === null) return
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    const message: PageLinkMessage = { kind: stopService }
    child.postMessage(message)
    if (await within(orderlyEndMs, ended)) return
    log('the service does not end by itself and is ended')
    child.kill()
    if (await within(termEndMs, ended)) return
    if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
  }

  private ended(code: number, ranMs: number): void {
    this.child = null
    if (this.stopping) return
    const waitMs = this.backOff.nextWaitMs(ranMs)
    log(`the service ended (code ${code}) after ${Math.round(ranMs)} ms; it starts again in ${waitMs} ms`)
    setTimeout(() => {
      if (!this.stopping) this.start()
    }, waitMs)
  }
}

async function within(limitMs: number, done: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs)
  })
  const inTime = await Promise.race([done.then(() => true as const), late])
  clearTimeout(timer)
  return inTime
}
