import { type ByteReader, ByteWriter, ShortFrameError } from '../bytes.ts'
import { commandsOf, type Handler, status } from './command-table.ts'
import { mtStatus, subsystem } from './mt.ts'
import { nvItem } from './nv-items.ts'
import { extended, type NvAddress, type NvStore, osal } from './nv-store.ts'

/** Most that one serial frame brings back. */
const longestRead = 248

/** Data with its length before it: one byte in some versions of a command, two in others. */
function lengthAndData(request: ByteReader, widths: readonly (1 | 2)[]): Buffer {
  const body = request.rest()
  for (const width of widths) {
    if (body.length >= width && body.readUIntLE(0, width) === body.length - width) return body.subarray(width)
  }
  throw new ShortFrameError('length and data do not agree')
}

const itemInit: Handler = (request, { nv }) => {
  const [id, length] = [request.u16(), request.u16()]
  return status(nv.create(osal(id), length, lengthAndData(request, [1])))
}

/**
 * The poll rate of 16 bits is gone since it has 32, and true sticks answer for it all the same, whatever the
 * offset (MT_SYS.c): its length is 0, and it reads and writes as the low half of the new one.
 */
const readPollRate = (nv: NvStore) => nv.read(osal(nvItem.pollRate), 0, 2)

function writeItem(nv: NvStore, id: number, offset: number, data: Buffer): Buffer {
  if (id !== nvItem.pollRate16) return status(nv.write(osal(id), offset, data))
  return status(nv.write(osal(nvItem.pollRate), 0, Buffer.concat([data.subarray(0, 2), Buffer.alloc(2)])))
}

const readAt =
  (offsetBytes: 1 | 2): Handler =>
  (request, { nv }) => {
    const [id, offset] = [request.u16(), request.uint(offsetBytes)]
    const found = id === nvItem.pollRate16 ? readPollRate(nv) : nv.read(osal(id), offset, longestRead)
    if (found === null) return Buffer.from([mtStatus.invalidParameter, 0])
    return new ByteWriter().u8(mtStatus.success).u8(found.length).bytes(found).done()
  }

const write: Handler = (request, { nv }) => {
  const [id, offset] = [request.u16(), request.u8()]
  return writeItem(nv, id, offset, lengthAndData(request, [1]))
}

const writeExt: Handler = (request, { nv }) => {
  const [id, offset] = [request.u16(), request.u16()]
  return writeItem(nv, id, offset, lengthAndData(request, [2, 1]))
}

const remove: Handler = (request, { nv }) => {
  const [id, length] = [request.u16(), request.u16()]
  const present = nv.length(osal(id))
  if (present === 0) return status(mtStatus.nvItemUninitialised)
  return status(present === length ? nv.delete(osal(id)) : mtStatus.nvBadLength)
}

const length: Handler = (request, { nv }) => new ByteWriter().u16(nv.length(osal(request.u16()))).done()

function address(request: ByteReader): NvAddress {
  const system = request.u8()
  return { ...extended(request.u16(), request.u16()), system }
}

const tableCreate: Handler = (request, { nv }) => {
  const at = address(request)
  const made = nv.create(at, request.u32(), Buffer.alloc(0))
  return status(made === mtStatus.nvItemUninitialised ? mtStatus.success : made)
}

const tableRead: Handler = (request, { nv }) => {
  const at = address(request)
  const [offset, wanted] = [request.u16(), request.u8()]
  const found = nv.read(at, offset, Math.min(wanted, longestRead))
  if (found === null) return Buffer.from([mtStatus.failure, 0])
  return new ByteWriter().u8(mtStatus.success).u8(found.length).bytes(found).done()
}

const tableWrite: Handler = (request, { nv }) => {
  const at = address(request)
  return status(nv.write(at, request.u16(), lengthAndData(request, [1])))
}

/** Creates or replaces in one go. */
const tableUpdate: Handler = (request, { nv }) => {
  nv.put(address(request), lengthAndData(request, [1]))
  return status(mtStatus.success)
}

const tableDelete: Handler = (request, { nv }) => {
  const outcome = nv.delete(address(request))
  return status(outcome === mtStatus.success ? mtStatus.success : mtStatus.nvOperationFailed)
}

/** Non-volatile memory: numbered items, and the tables of the extended interface. */
export const nvCommands = commandsOf(subsystem.sys, [
  [0x07, 'SYS_OSAL_NV_ITEM_INIT', itemInit],
  [0x08, 'SYS_OSAL_NV_READ', readAt(1)],
  [0x09, 'SYS_OSAL_NV_WRITE', write],
  [0x12, 'SYS_OSAL_NV_DELETE', remove],
  [0x13, 'SYS_OSAL_NV_LENGTH', length],
  [0x1c, 'SYS_OSAL_NV_READ_EXT', readAt(2)],
  [0x1d, 'SYS_OSAL_NV_WRITE_EXT', writeExt],
  [0x30, 'SYS_NV_CREATE', tableCreate],
  [0x31, 'SYS_NV_DELETE', tableDelete],
  [0x32, 'SYS_NV_LENGTH', (request, { nv }) => new ByteWriter().u32(nv.length(address(request))).done()],
  [0x33, 'SYS_NV_READ', tableRead],
  [0x34, 'SYS_NV_WRITE', tableWrite],
  [0x35, 'SYS_NV_UPDATE', tableUpdate],
  [0x36, 'SYS_NV_COMPACT', () => status(mtStatus.success)],
])
