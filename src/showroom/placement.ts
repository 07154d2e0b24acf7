import type { Reach } from '../contract/fixture-state.ts'
import type { Binding, Bindings } from './bindings.ts'
import type { DeviceDescription, DeviceId } from './device.ts'
import type { DeviceLink } from './device-link.ts'
import type { FixtureBoard } from './fixture-board.ts'
import type { Place } from './wish.ts'

/** A device as whoever places it sees it. */
export interface PlacedDevice {
  readonly id: DeviceId
  /** Null for one that is at a fixture and not in the network. */
  readonly description: DeviceDescription | null
  readonly place: Place | null
  /** Of its fixture; null for one that lies about. */
  readonly reach: Reach | null
  readonly wasHeard: boolean
  readonly battery: number | null
}

export type PlacingResult = 'done' | 'unknown-device' | 'unknown-place' | 'unfit'

export interface PlacementParts {
  readonly bindings: Bindings
  readonly link: DeviceLink
  readonly board: FixtureBoard
  /** Bindings have changed, by staff's word. */
  readonly rebound: () => void
}

/** Which device stands at which fixture, by staff's word: one change after the other, each saved before it holds. */
export class Placement {
  private readonly parts: PlacementParts
  private working: Promise<unknown> = Promise.resolve()

  constructor(parts: PlacementParts) {
    this.parts = parts
  }

  /** Those in the network, and those that should be. */
  devices(): PlacedDevice[] {
    const { bindings, link, board } = this.parts
    const known = link.devices()
    const missing = bindings.all().filter(({ device }) => link.description(device) === null)
    return [...known.map(({ id }) => id), ...missing.map(({ device }) => device)].map((id) => {
      const binding = bindings.bindingOf(id)
      const place = binding === null ? null : { room: binding.room, fixture: binding.fixture }
      return {
        id,
        description: link.description(id),
        place,
        reach: place === null ? null : (board.get(place)?.reach ?? null),
        wasHeard: link.wasHeard(id),
        battery: link.batteryOf(id),
      }
    })
  }

  /** Puts a device at a fixture; whatever was there lies about afterwards. Rejects when it cannot be saved. */
  place(device: DeviceId, place: Place): Promise<PlacingResult> {
    return this.inTurn(async () => {
      const refusal = this.refusal(device, place)
      if (refusal !== null) return refusal
      const { room, fixture } = place
      await this.change((others) => [...others, { room, fixture, device }], device, place)
      return 'done'
    })
  }

  /** Takes a device from its fixture. */
  free(device: DeviceId): Promise<PlacingResult> {
    return this.inTurn(async () => {
      if (this.parts.bindings.bindingOf(device) === null) return 'unknown-device'
      await this.change((others) => others, device, null)
      return 'done'
    })
  }

  /** Puts a device where another one is. */
  replace(device: DeviceId, by: DeviceId): Promise<PlacingResult> {
    return this.inTurn(async () => {
      const place = this.parts.bindings.bindingOf(device)
      if (place === null || device === by) return 'unknown-device'
      const refusal = this.refusal(by, place)
      if (refusal !== null) return refusal
      const { room, fixture } = place
      await this.change((others) => [...others, { room, fixture, device: by }], by, place)
      return 'done'
    })
  }

  private refusal(device: DeviceId, place: Place): PlacingResult | null {
    const description = this.parts.link.description(device)
    if (description === null) return 'unknown-device'
    const fixture = this.parts.board.get(place)
    if (fixture === null) return 'unknown-place'
    return description.abilities[fixture.kind] === undefined ? 'unfit' : null
  }

  /** `next` gets the bindings without `device` and without what is at `place`. */
  private async change(
    next: (others: readonly Binding[]) => readonly Binding[],
    device: DeviceId,
    place: Place | null,
  ): Promise<void> {
    const { bindings, link, rebound } = this.parts
    const others = bindings
      .all()
      .filter((each) => each.device !== device)
      .filter((each) => each.room !== place?.room || each.fixture !== place.fixture)
    await bindings.save(next(others))
    rebound()
    if (place !== null) link.placed(device)
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.working.then(task)
    this.working = result.catch(() => {})
    return result
  }
}
