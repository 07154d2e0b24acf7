import { z } from 'zod'
import { type PinProblem, pinProblem } from '../../contract/staff/pin-policy.ts'
import type { StaffRole } from '../../contract/staff/staff-role.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Storage } from '../storage.ts'
import { guessDelayMs } from './guess-delay.ts'
import { hashedPin, type PinHasher } from './pin-hasher.ts'

/** The record `staff/pins.json`. Without a manager's PIN there is none at all. */
const pinsRecord = z.strictObject({
  version: z.literal(1),
  manager: hashedPin,
  clerk: hashedPin.nullable(),
})
type Pins = z.infer<typeof pinsRecord>

/** The record `staff/attempts.json`: wrong PINs in a row, and all since a manager was here. */
const attemptsRecord = z.strictObject({
  version: z.literal(1),
  failures: z.number().int().min(0),
  sinceManager: z.number().int().min(0).default(0),
})

const pinsName = 'staff/pins.json'
const attemptsName = 'staff/attempts.json'

export type SignIn =
  | { readonly kind: 'open'; readonly role: StaffRole }
  | { readonly kind: 'wrong'; readonly waitMs: number }
  /** Nobody may try for so long, and the PIN was not even looked at. */
  | { readonly kind: 'locked'; readonly waitMs: number }
  | { readonly kind: 'unreadable' }

/** `taken`: the other role has it, and then nobody could be told from the other. */
export type PinChange = 'done' | 'has-pin' | PinProblem | 'taken'

export interface PinDoorParts {
  readonly storage: Storage
  readonly hasher: PinHasher
  readonly clock: Clock
  readonly log: Log
}

/**
 * A clerk's PIN forgives slips of the finger, but so many only: whoever knows it could else try the manager's as often as
 * they like, two at a time.
 */
const mostForgiven = 20

/** While one PIN is looked at no other is: a machine that tries many gets no further than a finger. */
const busyMs = 1000

/**
 * Lets in who knows a PIN. Wrong ones are counted on the disk before they are compared, so that pulling the plug does
 * not save a guess; after a start the whole delay begins anew, so that no clock that is set can shorten it.
 */
export class PinDoor {
  private readonly parts: PinDoorParts
  private pins: Pins | null = null
  private unreadable = false
  private failures = 0
  private sinceManager = 0
  private lockedUntilMs = 0
  private isBusy = false

  constructor(parts: PinDoorParts) {
    this.parts = parts
  }

  async load(): Promise<void> {
    const { storage, log, clock } = this.parts
    const pins = await storage.read(pinsName)
    const known = pins === null ? null : pinsRecord.safeParse(parsed(pins))
    this.pins = known?.data ?? null
    this.unreadable = known?.success === false
    if (this.unreadable)
      log(
        'error',
        `${pinsName} cannot be understood: nobody can sign in. docs/staff.md says how to begin anew.`,
      )
    const attempts = attemptsRecord.safeParse(parsed((await storage.read(attemptsName)) ?? '{}'))
    this.failures = attempts.data?.failures ?? 0
    this.sinceManager = attempts.data?.sinceManager ?? 0
    this.lockedUntilMs = clock.now() + guessDelayMs(this.failures)
  }

  /** A record that cannot be read is a PIN too: nobody may set another one. */
  get hasPin(): boolean {
    return this.pins !== null || this.unreadable
  }

  get hasClerkPin(): boolean {
    return this.pins?.clerk !== null && this.pins !== null
  }

  /** How long nobody may try. */
  get waitMs(): number {
    return Math.max(0, this.lockedUntilMs - this.parts.clock.now())
  }

  async signIn(pin: string): Promise<SignIn> {
    if (this.unreadable) return { kind: 'unreadable' }
    if (this.waitMs > 0) return { kind: 'locked', waitMs: this.waitMs }
    if (this.isBusy) return { kind: 'locked', waitMs: busyMs }
    this.isBusy = true
    try {
      const { pins } = this
      if (pins === null) return { kind: 'wrong', waitMs: 0 }
      const { failures, sinceManager } = this
      await this.count(failures + 1, sinceManager + 1)
      const role = await this.roleOf(pin, pins)
      if (role === 'manager') await this.count(0, 0)
      if (role === 'clerk') await this.count(sinceManager > mostForgiven ? failures : 0, sinceManager)
      if (role !== null) return { kind: 'open', role }
      this.lockedUntilMs = this.parts.clock.now() + guessDelayMs(this.failures)
      return { kind: 'wrong', waitMs: this.waitMs }
    } finally {
      this.isBusy = false
    }
  }

  /** The first PINs of a kiosk. Rejects when they cannot be saved. */
  async begin(managerPin: string, clerkPin: string | null): Promise<PinChange> {
    if (this.hasPin || this.isBusy) return 'has-pin'
    const problem = pinProblem(managerPin) ?? (clerkPin === null ? null : pinProblem(clerkPin))
    if (problem !== null) return problem
    if (managerPin === clerkPin) return 'taken'
    this.isBusy = true
    try {
      const { hasher } = this.parts
      const manager = await hasher.hash(managerPin)
      const clerk = clerkPin === null ? null : await hasher.hash(clerkPin)
      await this.save({ version: 1, manager, clerk })
      return 'done'
    } finally {
      this.isBusy = false
    }
  }

  /** Gives a role another PIN. Rejects when it cannot be saved. */
  async change(role: StaffRole, pin: string): Promise<PinChange> {
    const problem = pinProblem(pin)
    if (problem !== null) return problem
    const { pins } = this
    if (pins === null) throw new Error('There is no PIN to change.')
    const other = role === 'manager' ? pins.clerk : pins.manager
    const { hasher } = this.parts
    if (other !== null && (await hasher.matches(pin, other))) return 'taken'
    await this.save({ ...pins, [role]: await hasher.hash(pin) })
    return 'done'
  }

  /** Both are always looked at: how long it takes tells nothing. */
  private async roleOf(pin: string, { manager, clerk }: Pins): Promise<StaffRole | null> {
    const { hasher } = this.parts
    const isManager = await hasher.matches(pin, manager)
    const isClerk = clerk !== null && (await hasher.matches(pin, clerk))
    return isManager ? 'manager' : isClerk ? 'clerk' : null
  }

  private async save(pins: Pins): Promise<void> {
    await this.parts.storage.write(pinsName, `${JSON.stringify(pins)}\n`)
    this.pins = pins
  }

  /** On a full disk staff must still get in to see that it is full; then it is counted until the next start. */
  private async count(failures: number, sinceManager: number): Promise<void> {
    this.failures = failures
    this.sinceManager = sinceManager
    const record: z.infer<typeof attemptsRecord> = { version: 1, failures, sinceManager }
    await this.parts.storage
      .write(attemptsName, `${JSON.stringify(record)}\n`)
      .catch((error: unknown) => this.parts.log('error', `${attemptsName} was not saved: ${String(error)}`))
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
