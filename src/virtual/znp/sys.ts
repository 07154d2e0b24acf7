import { randomInt } from 'node:crypto'
import { ByteWriter, ieeeBytes } from '../bytes.ts'
import { accepted, commandsOf, type Handler, status } from './command-table.ts'
import { capabilities, mtStatus, subsystem, version } from './mt.ts'
import { nvItem } from './nv-items.ts'
import { osal } from './nv-store.ts'

const notABootloaderBuild = 0
const noBootloader = 0xffffffff

const ping: Handler = () => new ByteWriter().u16(capabilities).done()

const tellVersion: Handler = () =>
  new ByteWriter()
    .u8(version.transport)
    .u8(version.product)
    .u8(version.major)
    .u8(version.minor)
    .u8(version.maintenance)
    .u32(version.revision)
    .u8(notABootloaderBuild)
    .u32(noBootloader)
    .done()

const setExtAddr: Handler = (request, { nv }) => {
  nv.put(osal(nvItem.extAddr), ieeeBytes(request.ieee()))
  return status(mtStatus.success)
}

/** The clock starts at zero, as that of a stick without one: 2000-01-01. */
const getTime: Handler = (_, { clock }) => {
  const seconds = Math.floor(clock.now() / 1000)
  const date = new Date(Date.UTC(2000, 0, 1) + seconds * 1000)
  return new ByteWriter()
    .u32(seconds)
    .u8(date.getUTCHours())
    .u8(date.getUTCMinutes())
    .u8(date.getUTCSeconds())
    .u8(date.getUTCMonth() + 1)
    .u8(date.getUTCDate())
    .u16(date.getUTCFullYear())
    .done()
}

const timers = new WeakMap<object, Map<number, () => void>>()

const startTimer: Handler = (request, coordinator) => {
  const [id, timeoutMs] = [request.u8(), request.u16()]
  if (id > 3) return status(mtStatus.invalidParameter)
  const mine = timers.get(coordinator) ?? new Map<number, () => void>()
  timers.set(coordinator, mine)
  mine.get(id)?.()
  mine.set(
    id,
    coordinator.clock.after(timeoutMs, () => coordinator.indicate(subsystem.sys, 0x81, Buffer.from([id]))),
  )
  return status(mtStatus.success)
}

const stopTimer: Handler = (request, coordinator) => {
  const id = request.u8()
  if (id > 3) return status(mtStatus.invalidParameter)
  timers.get(coordinator)?.get(id)?.()
  return status(mtStatus.success)
}

/** SYS without its non-volatile memory, which has a file of its own. */
export const sysCommands = commandsOf(subsystem.sys, [
  [0x01, 'SYS_PING', ping],
  [0x02, 'SYS_VERSION', tellVersion],
  [0x03, 'SYS_SET_EXTADDR', setExtAddr],
  [0x04, 'SYS_GET_EXTADDR', (_, coordinator) => ieeeBytes(coordinator.ieee)],
  [0x0a, 'SYS_OSAL_START_TIMER', startTimer],
  [0x0b, 'SYS_OSAL_STOP_TIMER', stopTimer],
  [0x0c, 'SYS_RANDOM', () => new ByteWriter().u16(randomInt(0x10000)).done()],
  [0x0d, 'SYS_ADC_READ', (request) => new ByteWriter().u16(request.u8() === 15 ? 0x1ff : 0).done()],
  [0x0e, 'SYS_GPIO', (request) => status(request.bytes(2)[1] ?? 0)],
  // Answers the power or setting now in force.
  [0x0f, 'SYS_STACK_TUNE', (request) => status(request.bytes(2)[1] ?? 0)],
  [0x10, 'SYS_SET_TIME', accepted],
  [0x11, 'SYS_GET_TIME', getTime],
  [0x14, 'SYS_SET_TX_POWER', accepted],
])
