import { parseArgs } from 'node:util'
import { type ProfileName, profiles } from './air/profile.ts'

/** A command line that makes no sense. */
export class UsageError extends Error {
  readonly code = 'USAGE'
}

export const usage = `Usage: virtual-dongle --listen PORT [options]
  --listen PORT             serial line on TCP; 0 picks a free port
  --host ADDRESS            address to listen on (127.0.0.1)
  --pty PATH                also as a serial device file at PATH (needs socat)
  --devices FILE            YAML or JSON list of simulated devices
  --control PORT            HTTP interface that plays the world; 0 picks a free port
  --state FILE              keep the stick's memory and the devices over restarts
  --radio PROFILE           what the air is like: ideal, showroom (default) or hard
  --seed NUMBER             repeats a run: the same chance, frame by frame
  --pair                    devices that have not joined look for an open network
  --exit-when-idle SECONDS  end when no client has been connected for so long`

export interface DongleArguments {
  readonly listen: number
  readonly host: string
  readonly pty: string | null
  readonly devices: string | null
  readonly control: number | null
  readonly state: string | null
  readonly radio: ProfileName
  readonly seed: number | null
  readonly pair: boolean
  readonly exitWhenIdleMs: number | null
}

/** Null asks for help. Throws `UsageError`. */
export function parseDongleArguments(args: string[]): DongleArguments | null {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  let values: ReturnType<typeof parse>
  const parse = () =>
    parseArgs({
      args,
      options: {
        listen: text,
        host: text,
        pty: text,
        devices: text,
        control: text,
        state: text,
        radio: text,
        seed: text,
        pair: flag,
        'exit-when-idle': text,
        help: { ...flag, short: 'h' },
      },
    }).values
  try {
    values = parse()
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error })
  }
  if (values.help) return null
  if (values.listen === undefined) throw new UsageError('--listen PORT is needed; 0 picks a free port.')
  const idle = values['exit-when-idle']
  return {
    listen: port('--listen', values.listen),
    host: values.host ?? '127.0.0.1',
    pty: values.pty ?? null,
    devices: values.devices ?? null,
    control: values.control === undefined ? null : port('--control', values.control),
    state: values.state ?? null,
    radio: profile(values.radio ?? 'showroom'),
    seed: values.seed === undefined ? null : wholeNumber('--seed', values.seed),
    pair: values.pair ?? false,
    exitWhenIdleMs: idle === undefined ? null : seconds('--exit-when-idle', idle) * 1000,
  }
}

function port(name: string, text: string): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= 65535) return value
  throw new UsageError(`${name} takes a port from 0 to 65535, not "${text}".`)
}

function profile(text: string): ProfileName {
  const names = Object.keys(profiles) as ProfileName[]
  const found = names.find((name) => name === text)
  if (found !== undefined) return found
  throw new UsageError(`--radio takes ${names.join(', ')}, not "${text}".`)
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value < 2 ** 32) return value
  throw new UsageError(`${name} takes a whole number below 4294967296, not "${text}".`)
}

function seconds(name: string, text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value
  throw new UsageError(`${name} takes a number of seconds, not "${text}".`)
}
