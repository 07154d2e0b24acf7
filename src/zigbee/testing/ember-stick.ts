import { EmberAdapter } from 'zigbee-herdsman/dist/adapter/ember/adapter/emberAdapter.js'
import { EmberNetworkStatus, EmberNodeType, SLStatus } from 'zigbee-herdsman/dist/adapter/ember/enums.js'
import type { Ezsp } from 'zigbee-herdsman/dist/adapter/ember/ezsp/ezsp.js'
import type { EmberNetworkParameters } from 'zigbee-herdsman/dist/adapter/ember/types.js'
import type { NetworkRecord } from '../network-record.ts'

/** What a stick of the EmberZNet family keeps of a network. */
export interface EmberMemory {
  readonly parameters: Pick<EmberNetworkParameters, 'panId' | 'extendedPanId' | 'radioChannel'>
  readonly key: Buffer
}

/**
 * The memory of a stick of the EmberZNet family behind herdsman's own adapter: its answers to all that the adapter asks
 * until the network is up. There is no serial line, and nothing of the radio.
 */
export class EmberStick {
  readonly adapter: EmberAdapter
  memory: EmberMemory | null
  /** The frame counter that a restored network goes on with. */
  frameCounter = 0
  /** Networks that it has left, by PAN id. */
  readonly left: number[] = []
  private key = Buffer.alloc(16)

  /** `backupPath` is herdsman's backup of the network. */
  constructor(memory: EmberMemory | null, network: NetworkRecord, backupPath: string) {
    this.memory = memory
    const { panId, extendedPanId, networkKey, channel } = network
    this.adapter = new EmberAdapter(
      { panID: panId, extendedPanID: extendedPanId, networkKey, channelList: [channel] },
      {},
      backupPath,
      { disableLED: false },
    )
    const ezsp: Ezsp = Reflect.get(this.adapter, 'ezsp')
    Object.assign(ezsp, this.answers(ezsp))
  }

  /** As the adapter does at its start, once the serial line is up: 'resumed', 'restored' or 'reset'. */
  async start(): Promise<string> {
    return await Reflect.apply(Reflect.get(this.adapter, 'initTrustCenter'), this.adapter, [])
  }

  private answers(ezsp: Ezsp): Partial<Ezsp> {
    const says = (status: SLStatus) => void setImmediate(() => ezsp.emit('stackStatus', status))
    const ok = async () => SLStatus.OK
    return {
      ezspSetPolicy: ok,
      ezspSetExtendedSecurityBitmask: ok,
      ezspClearKeyTable: ok,
      ezspStartWritingStackTokens: ok,
      ezspEraseKeyTableEntry: ok,
      ezspImportLinkKey: ok,
      ezspGetConfigurationValue: async () => [SLStatus.OK, 4],
      ezspNetworkState: async () =>
        this.memory === null ? EmberNetworkStatus.NO_NETWORK : EmberNetworkStatus.JOINED_NETWORK,
      ezspNetworkInit: async () => {
        if (this.memory === null) return SLStatus.NOT_JOINED
        says(SLStatus.NETWORK_UP)
        return SLStatus.OK
      },
      ezspGetNetworkParameters: async () => {
        if (this.memory === null) throw new Error('no network')
        return [SLStatus.OK, EmberNodeType.COORDINATOR, { ...noParameters, ...this.memory.parameters }]
      },
      ezspExportKey: async () => [SLStatus.OK, { contents: this.memory?.key ?? Buffer.alloc(16) }],
      ezspLeaveNetwork: async () => {
        if (this.memory !== null) this.left.push(this.memory.parameters.panId)
        this.memory = null
        says(SLStatus.NETWORK_DOWN)
        return SLStatus.OK
      },
      ezspSetNWKFrameCounter: async (counter) => {
        this.frameCounter = counter
        return SLStatus.OK
      },
      ezspSetInitialSecurityState: async ({ networkKey }) => {
        this.key = Buffer.from(networkKey.contents)
        return SLStatus.OK
      },
      ezspFormNetwork: async (parameters) => {
        this.memory = { parameters, key: this.key }
        says(SLStatus.NETWORK_UP)
        return SLStatus.OK
      },
    }
  }
}

const noParameters: EmberNetworkParameters = {
  extendedPanId: [],
  panId: 0xffff,
  radioTxPower: 5,
  radioChannel: 0,
  joinMethod: 0,
  nwkManagerId: 0,
  nwkUpdateId: 0,
  channels: 0,
}
