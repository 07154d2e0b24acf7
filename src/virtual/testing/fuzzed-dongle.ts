import { ByteWriter } from '../bytes.ts'
import { SeededRandom } from '../seeded-random.ts'
import { SerialFuzz } from '../serial-fuzz.ts'
import { commands } from '../znp/processor.ts'
import { encodeUnpi, frameType } from '../znp/unpi.ts'
import { RoomOnAir } from './room-on-air.ts'

const ping = encodeUnpi({ type: frameType.syncRequest, subsystem: 1, command: 1, data: Buffer.alloc(0) })
/** Whole pings that fit into the bytes after which the line has to work again. */
const cleanBytes = 260
/** Nonsense may restart the stick: it hears nothing meanwhile. */
const restartMs = 100
const chunkBytes = 2000
/** A dongle lasts so long; then comes another, with another seed. */
const roundBytes = 50_000

/**
 * Feeds nonsense to a dongle with lamps around it, and asks after every 2,000 bytes whether it still answers.
 * Returns how often it was asked, and how many commands got through to the lamps. Throws when it does not answer,
 * naming the seed.
 */
export async function fuzzDongle(bytes: number, seed: number): Promise<{ asked: number; applied: number }> {
  let [asked, applied] = [0, 0]
  for (let fed = 0, round = 0; fed < bytes; round++) {
    const room = await RoomOnAir.open({ seed: seed + round })
    const lamps = await room.lamps(3)
    const random = new SeededRandom(seed + round)
    const fuzz = new SerialFuzz(
      random,
      seenOnTheLine(
        random,
        lamps.map((lamp) => lamp.nwk ?? 0),
      ),
    )
    for (let end = Math.min(bytes, fed + roundBytes); fed < end; asked++) {
      for (let chunk = 0; chunk < chunkBytes; ) {
        const piece = fuzz.next()
        chunk += piece.length
        room.dongle.received(piece)
      }
      fed += chunkBytes
      await room.clock.advance(restartMs)
      if (!(await answersAgain(room))) throw new Error(`no answer after ${fed} bytes of seed ${seed + round}`)
      await startAgain(room)
      room.client.heard.length = 0
    }
    applied += room.journal.applied.count
  }
  return { asked, applied }
}

/** Nonsense that restarted the stick is not to be the end of its network. */
async function startAgain(room: RoomOnAir): Promise<void> {
  if (room.dongle.coordinator.started) return
  room.client.send(5, 0x40, Buffer.from([0, 0]))
  await room.clock.advance(200)
  room.client.send(4, 0x00, new ByteWriter().u8(1).u16(0x0104).u16(5).u8(0).u8(0).u8(0).u8(0).done())
}

async function answersAgain(room: RoomOnAir): Promise<boolean> {
  for (let sent = 0; sent + 2 * ping.length <= cleanBytes; sent += ping.length) room.dongle.received(ping)
  // The clean bytes may have completed a true request to restart.
  if (room.dongle.coordinator.resetting) await room.clock.advance(restartMs)
  const before = room.client.heard.length
  room.dongle.received(ping)
  return room.client.heard
    .slice(before)
    .some((frame) => frame.type === frameType.syncResponse && frame.subsystem === 1 && frame.command === 1)
}

/** Every request there is, with data of all lengths; those that send reach the lamps. */
function seenOnTheLine(random: SeededRandom, lamps: readonly number[]): Buffer[] {
  const requests = commands.flatMap(({ subsystem, id }) =>
    [0, 1, 4, 12, 40, 200].map((length) =>
      encodeUnpi({ type: frameType.syncRequest, subsystem, command: id, data: random.bytes(length) }),
    ),
  )
  const messages = lamps.flatMap((nwk) =>
    [0x0000, 0x0003, 0x0004, 0x0005, 0x0006, 0x0008, 0x0300].flatMap((cluster) =>
      Array.from({ length: 20 }, () => {
        const zcl = Buffer.concat([Buffer.from([random.below(4), 1, random.below(12)]), random.bytes(20)])
        const writer = new ByteWriter().u16(nwk).u8(1).u8(1).u16(cluster).u8(1).u8(0).u8(30).u8(zcl.length)
        const data = writer.bytes(zcl).done()
        return encodeUnpi({ type: frameType.syncRequest, subsystem: 4, command: 1, data })
      }),
    ),
  )
  const reset = encodeUnpi({ type: frameType.async, subsystem: 1, command: 0, data: Buffer.from([0]) })
  return [...requests, ...messages, reset]
}
