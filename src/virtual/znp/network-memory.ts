import { ByteReader, ByteWriter, formatIeee, type Ieee } from '../bytes.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { channelsOf, firstChannel } from './channels.ts'
import { Nib } from './nib.ts'
import { nvItem, nvTable } from './nv-items.ts'
import { extended, type NvStore, osal } from './nv-store.ts'

const noSuchPan = 0xffff
/** Channel 15, as a set of channels. */
const channelsElsewhere = 1 << 15
/** Counted on when a network is resumed, as frames may have gone out since the counter was saved. */
const counterMargin = 2500
const savedEvery = 1000

/** The network that a stick holds in its memory: who it is, its key, how many frames it has sent. */
export class NetworkMemory {
  private readonly nv: NvStore
  private frameCounter = 0

  constructor(nv: NvStore) {
    this.nv = nv
  }

  get nib(): Nib {
    return new Nib(this.nv.get(osal(nvItem.nib)) ?? undefined)
  }

  saveNib(nib: Nib): void {
    this.nv.put(osal(nvItem.nib), nib.bytes)
  }

  get networkKey(): Buffer {
    return (this.nv.get(osal(nvItem.activeKeyInfo)) ?? Buffer.alloc(17)).subarray(1)
  }

  /** False when there is no network to resume. */
  resume(): boolean {
    const onNetwork = this.nv.get(osal(nvItem.nodeIsOnANetwork))?.[0] === 1
    if (!onNetwork || !this.nib.started) return false
    this.setFrameCounter(this.storedFrameCounter() + counterMargin)
    return true
  }

  /** One that somebody else has formed, with numbers of its own. */
  formElsewhere(coordinator: Ieee, random: SeededRandom): void {
    this.nv.put(osal(nvItem.panId), Buffer.from([0xff, 0xff]))
    this.form(coordinator, channelsElsewhere, random)
  }

  /** A new network from the settings in memory; chance where they leave something open. */
  form(coordinator: Ieee, primaryChannels: number, random: SeededRandom): void {
    const setting = (id: number, length: number) => this.nv.get(osal(id)) ?? Buffer.alloc(length)
    const nib = new Nib()
    const panId = setting(nvItem.panId, 2).readUInt16LE(0)
    nib.panId = panId === noSuchPan ? 1 + random.below(0xfffd) : panId
    const mask = primaryChannels || setting(nvItem.channelList, 4).readUInt32LE(0)
    nib.channelMask = mask
    nib.channel = channelsOf(mask)[0] ?? firstChannel
    const wanted = setting(nvItem.apsUseExtPanId, 8)
    nib.extendedPanId = wanted.every((byte) => byte === 0) ? coordinator : formatIeee(wanted)
    nib.start(coordinator)
    this.saveNib(nib)
    const configured = setting(nvItem.preconfiguredKey, 16)
    this.installKey(configured.every((byte) => byte === 0) ? random.bytes(16) : configured)
    this.nv.put(osal(nvItem.nodeIsOnANetwork), Buffer.from([1]))
    this.setFrameCounter(0)
  }

  private installKey(key: Buffer): void {
    const info = Buffer.concat([Buffer.from([0]), key])
    this.nv.put(osal(nvItem.activeKeyInfo), info)
    this.nv.put(osal(nvItem.alternateKeyInfo), info)
    this.nv.put(osal(nvItem.nwkKey), Buffer.concat([info, Buffer.alloc(7)]))
  }

  private storedFrameCounter(): number {
    const mine = this.nib.extendedPanId
    for (let sub = 0; sub < nvTable.securityMaterial.entries; sub++) {
      const row = new ByteReader(
        this.nv.get(extended(nvTable.securityMaterial.item, sub)) ?? Buffer.alloc(12),
      )
      const counter = row.u32()
      if (row.ieee() === mine) return counter
    }
    return 0
  }

  countFrame(): void {
    this.frameCounter++
    if (this.frameCounter % savedEvery === 0) this.setFrameCounter(this.frameCounter)
  }

  setFrameCounter(counter: number): void {
    this.frameCounter = counter
    const row = new ByteWriter().u32(counter).ieee(this.nib.extendedPanId).done()
    this.nv.put(extended(nvTable.securityMaterial.item, 0), row)
  }
}
