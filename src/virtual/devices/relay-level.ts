import type { ByteReader } from '../bytes.ts'
import { dataType } from '../zcl/data-type.ts'
import { AttributeTable, constant, stored } from './attributes.ts'
import { type ClusterReply, type ClusterServer, clusterRevision, done } from './cluster.ts'
import { highestLevel, lowestLevel } from './lamp.ts'
import type { Relay } from './relay.ts'

const moveToLevelWithOnOff = 4
const lastCommand = 7

/**
 * Level control that some plugs list though they cannot dim, TRETAKT among them: it tells one level, takes every command
 * without a word, and switches at "move to level with on/off", as ZCL 3.10.2.1.2 binds the two clusters together.
 */
export class RelayLevelCluster implements ClusterServer {
  readonly id = 0x0008
  readonly attributes = new AttributeTable()
  readonly commands = Array.from({ length: lastCommand + 1 }, (_, command) => command)
  private readonly relay: Relay

  constructor(relay: Relay) {
    this.relay = relay
    this.attributes.add(
      constant(0x0000, dataType.uint8, highestLevel),
      constant(0x0001, dataType.uint16, 0),
      stored(0x000f, dataType.bitmap8, 0),
      stored(0x0011, dataType.uint8, 0xff),
      stored(0x4000, dataType.uint8, 0xff),
      clusterRevision(2),
    )
  }

  handle(id: number, payload: ByteReader): ClusterReply | null {
    if (id > lastCommand) return null
    if (id === moveToLevelWithOnOff) this.relay.setOn(payload.u8() >= lowestLevel)
    return done
  }
}
