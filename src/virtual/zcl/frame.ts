import { ByteReader, ByteWriter } from '../bytes.ts'

/** A ZCL frame: frame control taken apart, sequence number, command and its payload. */
export interface ZclFrame {
  /** Global commands are the same in every cluster. */
  readonly global: boolean
  readonly manufacturer: number | null
  readonly fromServer: boolean
  readonly disableDefaultResponse: boolean
  readonly sequence: number
  readonly command: number
  readonly payload: Buffer
}

/** Throws `ShortFrameError` for less than a header. */
export function decodeZcl(bytes: Buffer): ZclFrame {
  const reader = new ByteReader(bytes)
  const control = reader.u8()
  const manufacturer = control & 0x04 ? reader.u16() : null
  return {
    global: (control & 0x03) === 0,
    manufacturer,
    fromServer: (control & 0x08) !== 0,
    disableDefaultResponse: (control & 0x10) !== 0,
    sequence: reader.u8(),
    command: reader.u8(),
    payload: reader.rest(),
  }
}

export function encodeZcl(frame: ZclFrame): Buffer {
  const control =
    (frame.global ? 0 : 1) |
    (frame.manufacturer === null ? 0 : 0x04) |
    (frame.fromServer ? 0x08 : 0) |
    (frame.disableDefaultResponse ? 0x10 : 0)
  const writer = new ByteWriter().u8(control)
  if (frame.manufacturer !== null) writer.u16(frame.manufacturer)
  return writer.u8(frame.sequence).u8(frame.command).bytes(frame.payload).done()
}
