import { ByteWriter } from '../bytes.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { writeValue } from '../zcl/data-type.ts'
import { globalCommand } from '../zcl/foundation.ts'
import type { BindingTarget } from '../zdo/binding-table.ts'
import type { Attribute } from './attributes.ts'
import type { SimulatedDevice } from './device.ts'

/**
 * Sends attribute reports. Mains devices let a little time pass, each time another, so that lamps that did the same
 * at once do not all speak at once; what changed meanwhile in the same cluster goes along.
 */
export class ReportSender {
  private readonly device: SimulatedDevice
  private readonly jitterMs: number
  private readonly random: SeededRandom
  private readonly waiting = new Map<string, Set<Attribute>>()

  constructor(device: SimulatedDevice) {
    const { profile, random } = device.around.radio
    this.device = device
    this.jitterMs = device.entry.router ? profile.reportJitterMs : 0
    this.random = random.stream(`reports of ${device.ieee}`)
  }

  /** To everybody the cluster is bound to, soon. */
  changed(endpoint: number, cluster: number, attribute: Attribute): void {
    const key = `${endpoint}/${cluster}/${attribute.manufacturer ?? ''}`
    const waiting = this.waiting.get(key)
    if (waiting !== undefined) {
      waiting.add(attribute)
      return
    }
    const attributes = new Set([attribute])
    this.waiting.set(key, attributes)
    this.device.around.clock.after(this.random.next() * this.jitterMs, () => {
      this.waiting.delete(key)
      this.sendNow(endpoint, cluster, this.device.bindings.targets(endpoint, cluster), [...attributes])
    })
  }

  sendNow(
    endpoint: number,
    cluster: number,
    targets: readonly BindingTarget[],
    attributes: readonly Attribute[],
  ): void {
    const writer = new ByteWriter()
    for (const attribute of attributes) {
      writer.u16(attribute.id).u8(attribute.type)
      writeValue(writer, attribute.type, attribute.get())
    }
    const manufacturer = attributes[0]?.manufacturer ?? null
    const payload = writer.done()
    this.device.outbox.toTargets(endpoint, cluster, targets, {
      global: true,
      fromServer: true,
      command: globalCommand.report,
      payload,
      manufacturer,
    })
  }
}
