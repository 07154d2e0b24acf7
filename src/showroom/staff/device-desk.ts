import type { Joining, Newcomer, StaffDevice } from '../../contract/staff/staff-device.ts'
import type { Clock } from '../clock.ts'
import { type DeviceId, deviceId } from '../device.ts'
import type { DeviceDriver, DriverEvent } from '../driver.ts'
import type { PlacingResult } from '../placement.ts'
import type { Showroom } from '../showroom.ts'
import type { Place } from '../wish.ts'
import type { DeviceNames } from './device-names.ts'
import { JoiningDoor, type Opening } from './joining-door.ts'
import { staffDeviceOf } from './staff-device-view.ts'
import type { StaffNews } from './staff-news.ts'

/** Changes of devices are told together: a scene changes many at once. */
const gatherMs = 200
/** Whoever blinks stops by itself. */
const blinkSeconds = 60
/** As many newcomers are remembered. */
const mostNewcomers = 300

/** The radio asks for minutes; whoever waits hears sooner what they can do. It may still say what it is afterwards. */
const muteAfterMs = 40_000

export interface DeviceDeskParts {
  readonly showroom: Showroom
  readonly driver: DeviceDriver
  readonly clock: Clock
  readonly names: DeviceNames
  readonly news: StaffNews
  /** What kept staff's hands busy is over. */
  readonly handsFree: () => void
}

/** What staff do with devices: let them in, see them blink, name, place, replace and remove them. */
export class DeviceDesk {
  private readonly parts: DeviceDeskParts
  private readonly newcomers = new Map<DeviceId, Newcomer['stage']>()
  private readonly callOffWaiting = new Map<DeviceId, () => void>()
  /** Those that have said what they are since the start: they were heard, wherever they are. */
  private readonly met = new Set<DeviceId>()
  private readonly door: JoiningDoor
  private blinking: DeviceId | null = null
  private callOffBlinking: () => void = () => {}
  /** They are on their way out: nobody puts them anywhere any more. */
  private readonly leaving = new Set<DeviceId>()
  private told = new Map<string, string>()
  private callOffTelling: (() => void) | null = null
  private unlisten: readonly (() => void)[] = []

  constructor(parts: DeviceDeskParts) {
    this.parts = parts
    const { driver, clock, showroom } = parts
    this.door = new JoiningDoor({
      ...{ driver, clock },
      isOnline: () => showroom.snapshot().dongle.phase === 'ready',
      moved: () => this.doorMoved(),
    })
  }

  start(): void {
    const { showroom, driver } = this.parts
    this.unlisten = [
      driver.listen((event) => this.heard(event)),
      showroom.changes.listen(({ change }) => {
        if (change.kind === 'fixture' || change.kind === 'dongle') this.tellSoon()
      }),
    ]
  }

  stop(): void {
    for (const stop of this.unlisten) stop()
    this.door.stop()
    this.callOffBlinking()
    this.callOffTelling?.()
    this.forgetNewcomers()
  }

  /** Staff have their hands full: devices may join, or one is on its way out. */
  get isBusy(): boolean {
    return this.door.isOpen || this.leaving.size > 0
  }

  devices(): StaffDevice[] {
    const { showroom, names } = this.parts
    const isOnline = showroom.snapshot().dongle.phase === 'ready'
    return showroom.placement.devices().map((each) => {
      const wasMet = each.wasHeard || this.met.has(each.id)
      return staffDeviceOf({ ...each, wasHeard: wasMet }, names.of(each.id), isOnline)
    })
  }

  /** Those on mains that are known to answer, or not known to be silent. */
  routers(): DeviceId[] {
    return this.devices().flatMap(({ id, power, health }) =>
      power === 'mains' && health !== 'silent' && health !== 'gone' ? [deviceId.parse(id)] : [],
    )
  }

  joining(): Joining {
    return {
      untilMs: this.door.untilMs,
      isStuck: this.door.isStuck,
      newcomers: [...this.newcomers].map(([id, stage]) => ({ id, stage })),
    }
  }

  blinks(): DeviceId | null {
    return this.blinking
  }

  openJoining(seconds: number): Promise<Opening> {
    return this.door.open(seconds)
  }

  /** Never rejects: what the radio does not take is tried again, and `joining` says so. */
  closeJoining(): Promise<void> {
    return this.door.close()
  }

  /** Staff have gone: no door stays open behind them, and nothing blinks. */
  async tidyUp(): Promise<void> {
    this.forgetNewcomers()
    if (this.door.isOpen) await this.closeJoining()
    if (this.blinking !== null) await this.blink(null)
  }

  /** One at a time, so that no room flashes. False when it does not answer. */
  async blink(device: DeviceId | null): Promise<boolean> {
    const { showroom, clock } = this.parts
    this.callOffBlinking()
    const answers = await showroom.signal.show(device, blinkSeconds)
    const blinks = device !== null && answers
    this.setBlinking(blinks ? device : null)
    if (blinks) this.callOffBlinking = clock.after(blinkSeconds * 1000, () => this.setBlinking(null))
    return answers
  }

  async name(device: DeviceId, name: string): Promise<PlacingResult> {
    if (!this.knows(device)) return 'unknown-device'
    await this.parts.names.set(device, name)
    this.tellSoon()
    return 'done'
  }

  async place(device: DeviceId, place: Place): Promise<PlacingResult> {
    if (!this.knows(device)) return 'unknown-device'
    return this.afterwards(await this.parts.showroom.placement.place(device, place))
  }

  async free(device: DeviceId): Promise<PlacingResult> {
    return this.afterwards(await this.parts.showroom.placement.free(device))
  }

  /** The new one takes over fixture and name; the old one is forgotten, which may take a while and nobody waits for. */
  async replace(device: DeviceId, by: DeviceId): Promise<PlacingResult> {
    if (!this.knows(device) || !this.knows(by)) return 'unknown-device'
    const { names, showroom } = this.parts
    const result = await this.onItsWayOut(device, () => showroom.placement.replace(device, by))
    if (result !== 'done') return result
    try {
      await names.pass(device, by)
    } catch (error) {
      this.leaving.delete(device)
      await showroom.placement.replace(by, device)
      throw error
    }
    void this.sendAway(device)
    return this.afterwards(result)
  }

  async remove(device: DeviceId): Promise<PlacingResult> {
    if (!this.knows(device)) return 'unknown-device'
    const { names, showroom } = this.parts
    await this.onItsWayOut(device, async () => {
      await showroom.placement.free(device)
      return 'done'
    })
    // A name that stays behind hurts nobody.
    await names.set(device, '').catch(() => {})
    await this.sendAway(device)
    return this.afterwards('done')
  }

  /** Nobody puts a device anywhere any more as soon as its leaving begins, unless that comes to nothing. */
  private async onItsWayOut(device: DeviceId, begin: () => Promise<PlacingResult>): Promise<PlacingResult> {
    this.leaving.add(device)
    let result: PlacingResult = 'unknown-device'
    try {
      result = await begin()
    } finally {
      if (result !== 'done') this.leaving.delete(device)
    }
    return result
  }

  private async sendAway(device: DeviceId): Promise<void> {
    try {
      if (this.blinking === device) await this.blink(null)
      await this.parts.driver.remove(device)
    } finally {
      this.leaving.delete(device)
      this.newcomers.delete(device)
      this.parts.handsFree()
      this.tellSoon()
    }
  }

  private knows(device: DeviceId): boolean {
    const { placement } = this.parts.showroom
    return !this.leaving.has(device) && placement.devices().some(({ id }) => id === device)
  }

  private afterwards(result: PlacingResult): PlacingResult {
    if (result === 'done') this.tellSoon()
    return result
  }

  private heard(event: DriverEvent): void {
    if (event.kind === 'newcomer') this.came(event.device, event.stage)
    if (event.kind === 'device' && (this.door.isOpen || this.newcomers.has(event.device.id))) {
      this.met.add(event.device.id)
      this.came(event.device.id, 'known')
    }
    if (event.kind === 'device-left') this.met.delete(event.device)
    if (event.kind === 'device' || event.kind === 'device-left' || event.kind === 'report') this.tellSoon()
  }

  private came(device: DeviceId, stage: Newcomer['stage']): void {
    if (this.newcomers.size >= mostNewcomers && !this.newcomers.has(device)) return
    this.newcomers.set(device, stage)
    this.callOffWaiting.get(device)?.()
    this.callOffWaiting.delete(device)
    if (stage === 'asking') {
      const callOff = this.parts.clock.after(muteAfterMs, () => this.came(device, 'mute'))
      this.callOffWaiting.set(device, callOff)
    }
    this.tellJoining()
  }

  private forgetNewcomers(): void {
    for (const callOff of this.callOffWaiting.values()) callOff()
    this.callOffWaiting.clear()
    this.newcomers.clear()
  }

  private doorMoved(): void {
    if (!this.door.isOpen) this.parts.handsFree()
    this.tellJoining()
  }

  private tellJoining(): void {
    this.parts.news.tell({ kind: 'joining', joining: this.joining() })
  }

  private setBlinking(device: DeviceId | null): void {
    this.blinking = device
    this.parts.news.tell({ kind: 'blinking', blinking: device })
  }

  private tellSoon(): void {
    this.callOffTelling ??= this.parts.clock.after(gatherMs, () => {
      this.callOffTelling = null
      if (this.parts.news.isHeard) this.tell()
    })
  }

  private tell(): void {
    const before = this.told
    const devices = this.devices()
    this.told = new Map(devices.map((device) => [device.id, JSON.stringify(device)]))
    const changed = devices.filter(({ id }) => before.get(id) !== this.told.get(id))
    const gone = [...before.keys()].filter((id) => !this.told.has(id))
    if (changed.length > 0 || gone.length > 0)
      this.parts.news.tell({ kind: 'devices', devices: changed, gone })
  }
}
