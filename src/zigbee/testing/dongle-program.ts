import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { z } from 'zod'

const readyLine = z.object({ ready: z.literal(true), listen: z.number(), control: z.number() })
const deviceAnswer = z.object({
  joined: z.boolean(),
  identifies: z.number(),
  state: z.record(z.string(), z.unknown()),
})

/** The virtual dongle as a program of its own, as whoever has no dongle would start it. */
export class DongleProgram {
  readonly listen: number
  private readonly control: number
  private readonly child: ChildProcess

  private constructor(child: ChildProcess, ready: z.infer<typeof readyLine>) {
    this.child = child
    this.listen = ready.listen
    this.control = ready.control
  }

  static async start(...args: string[]): Promise<DongleProgram> {
    const options = ['--control', '0', '--devices', 'scenes/virtual-showroom.yaml', ...args]
    const listen = args.includes('--listen') ? [] : ['--listen', '0']
    // Not the tests' own stderr: the runner would wait for ever for a program that a failed test left behind.
    const child = spawn(process.execPath, ['src/virtual/main.ts', ...listen, ...options], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    for await (const line of createInterface({ input: child.stdout })) {
      const ready = readyLine.safeParse(JSON.parse(line))
      if (ready.success) return new DongleProgram(child, ready.data)
    }
    throw new Error(`The virtual dongle did not start.\n${said}`)
  }

  get url(): string {
    return `tcp://127.0.0.1:${this.listen}`
  }

  /** The physical state of a device. */
  async state(ieee: string): Promise<Record<string, unknown>> {
    return (await this.view(ieee)).state
  }

  /** All that is told of a device. */
  async view(ieee: string): Promise<z.infer<typeof deviceAnswer>> {
    const response = await fetch(`http://127.0.0.1:${this.control}/devices/${ieee}`)
    return deviceAnswer.parse(await response.json())
  }

  async post(path: string, body: object = {}): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${this.control}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  }

  async joinAll(ieees: readonly string[]): Promise<void> {
    for (const ieee of ieees) await this.post(`/devices/${ieee}/join`)
  }

  /** Ends the program: in order, or as if it were pulled out. */
  async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    this.child.kill(signal)
    await once(this.child, 'exit')
  }
}
