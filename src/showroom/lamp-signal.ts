import type { Bindings } from './bindings.ts'
import type { Clock } from './clock.ts'
import type { DeviceId, DeviceReport } from './device.ts'
import { commandFor } from './device-command.ts'
import type { DeviceLink } from './device-link.ts'
import type { DeviceDriver } from './driver.ts'
import type { FlashGuard } from './flash-guard.ts'
import type { Prospect } from './prospect.ts'
import { StrayLight } from './stray-light.ts'
import type { FixtureWish, LightWish, Place } from './wish.ts'

/** One change a second is half a flash: calm, and plain to see. A relay wears, and what hangs on it needs a moment. */
const beatMs = { light: 1000, plug: 2000 } as const
const fadeMs = 600
/** What a lamp says so shortly after it has ended is still about the signal. */
const afterwardsMs = 1500

export interface LampSignalParts {
  readonly driver: DeviceDriver
  readonly clock: Clock
  readonly guard: FlashGuard
  readonly link: DeviceLink
  readonly bindings: Bindings
  readonly prospect: Prospect
}

interface Setting {
  readonly on: boolean
  readonly brightness: number
}

interface Signal {
  readonly device: DeviceId
  readonly kind: keyof typeof beatMs
  /** What it was found to be; where it stands at a fixture, what that shall be counts instead. */
  readonly found: Setting
  readonly stray: StrayLight
  swells: boolean
}

/**
 * A lamp shows staff which one it is: its light swells and sinks, once in two seconds; a plug switches what hangs on it,
 * which may be a lamp, twice as slowly. Zigbee's own "identify" would blink, or click, as its maker likes and no guard
 * could hold it back, so both get ordinary commands through the flash guard; what has no power over light blinks with
 * its little diode, as the standard says. Who touches the lamp meanwhile is obeyed, and it ends as what it shall be by
 * then.
 */
export class LampSignal {
  private readonly parts: LampSignalParts
  private current: Signal | null = null
  private identified: DeviceId | null = null
  private callOff: () => void = () => {}
  private working: Promise<unknown> = Promise.resolve()
  private stopped = false

  constructor(parts: LampSignalParts) {
    this.parts = parts
  }

  stop(): void {
    this.stopped = true
    this.callOff()
  }

  /** One at a time, for so many seconds; null ends it. False when the device does not answer. */
  show(device: DeviceId | null, seconds: number): Promise<boolean> {
    const shown = this.working.then(async () => {
      await this.end(device)
      return device === null || (await this.begin(device, seconds))
    })
    this.working = shown.catch(() => {})
    return shown
  }

  private async begin(device: DeviceId, seconds: number): Promise<boolean> {
    const { driver, link, clock } = this.parts
    const { light, plug } = link.description(device)?.abilities ?? {}
    if (light === undefined && plug === undefined) {
      this.identified = device
      return driver.identify(device, seconds)
    }
    const report = await driver.read(device, 'shopper')
    if (report === null || this.stopped) return false
    this.current = this.signalOf(device, light === undefined ? 'plug' : 'light', report)
    link.signals(device, true)
    this.beat(this.current, clock.now() + seconds * 1000)
    return true
  }

  private async end(next: DeviceId | null): Promise<void> {
    const { driver } = this.parts
    if (this.identified !== null && this.identified !== next) await driver.identify(this.identified, 0)
    this.identified = null
    if (this.current !== null) this.rest(this.current)
  }

  private signalOf(
    device: DeviceId,
    kind: Signal['kind'],
    { on = true, brightness = 1, colour }: DeviceReport,
  ): Signal {
    const { driver, clock } = this.parts
    const stray = new StrayLight(on ? brightness : null, colour ?? null, clock.now(), (wish) => {
      void driver.send([commandFor(device, kind === 'plug' ? { kind, on: wish.on } : wish)])
    })
    return { device, kind, found: { on, brightness }, stray, swells: false }
  }

  private beat(signal: Signal, untilMs: number): void {
    const { clock } = this.parts
    if (clock.now() >= untilMs) {
      this.rest(signal)
      return
    }
    signal.swells = !signal.swells
    const otherwise = signal.kind === 'plug' ? switched : farFrom
    this.ask(signal, (base) => (signal.swells ? otherwise(base) : base))
    this.callOff = clock.after(beatMs[signal.kind], () => this.beat(signal, untilMs))
  }

  private rest(signal: Signal): void {
    const { link, clock } = this.parts
    this.callOff()
    this.current = null
    this.giveBack(signal)
    clock.after(afterwardsMs, () => {
      if (this.current?.device !== signal.device) link.signals(signal.device, false)
    })
  }

  private ask({ device, kind, found, stray }: Signal, make: (base: Setting) => Setting): void {
    const { bindings, guard } = this.parts
    const place = bindings.bindingOf(device)
    if (place === null) {
      guard.askStray(stray, lightOf(kind, make(found)))
      return
    }
    // What somebody else has just asked of it goes first.
    if (guard.pending(place) !== null) return
    const { on, brightness = 1 } = settingOf(this.wished(place)) ?? found
    const shown = lightOf(kind, make({ on, brightness }))
    const wish: FixtureWish = kind === 'plug' ? { kind, on: shown.on } : shown
    guard.ask([{ place, wish: { ...wish, signal: true } }])
  }

  private giveBack({ device, kind, found, stray }: Signal): void {
    const { bindings, guard } = this.parts
    const place = bindings.bindingOf(device)
    if (place === null) {
      guard.askStray(stray, lightOf(kind, found))
      return
    }
    const wished = this.wished(place)
    const asFound: FixtureWish = kind === 'plug' ? { kind, on: found.on } : lightOf(kind, found)
    const wish = wished?.kind === 'light' ? { ...wished, transitionMs: fadeMs } : wished
    guard.ask([{ place, wish: wish ?? asFound }])
  }

  private wished(place: Place): FixtureWish | null {
    const wish = this.parts.prospect.wish(place)
    if (wish === null || wish.kind === 'blind') return null
    if (wish.kind === 'plug') return { kind: wish.kind, on: wish.on }
    const { again: _, steady: __, ...plain } = wish
    return plain
  }
}

function settingOf(wish: FixtureWish | null): { readonly on: boolean; readonly brightness?: number } | null {
  return wish === null || wish.kind === 'blind' ? null : wish
}

/** As the guard sees it: what hangs on a plug is lit at once, and wholly. */
function lightOf(kind: Signal['kind'], { on, brightness }: Setting): LightWish {
  return kind === 'plug'
    ? { kind: 'light', on, brightness: 1, transitionMs: 0 }
    : { kind: 'light', on, brightness, transitionMs: fadeMs }
}

function switched({ on, brightness }: Setting): Setting {
  return { on: !on, brightness }
}

/** Unmistakably another light: much dimmer than a bright one, much brighter than a dim one. */
function farFrom({ on, brightness }: Setting): Setting {
  const now = on ? brightness : 0
  return { on: true, brightness: now > 0.5 ? now * 0.35 : now + 0.5 }
}
