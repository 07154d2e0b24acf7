import { read } from 'node:fs'
import { promisify } from 'node:util'

const readBytes = promisify(read)
const tryAgain = new Set(['EAGAIN', 'EWOULDBLOCK', 'EINTR'])

interface Poller {
  once(event: 'readable', listener: (error: Error | null) => void): void
}

/** `@serialport/bindings-cpp` on Linux and macOS. */
interface UnixBinding {
  readonly fd: number | null
  readonly isOpen: boolean
  readonly poller: Poller
  read(buffer: Buffer, offset: number, length: number): Promise<{ bytesRead: number; buffer: Buffer }>
}

/**
 * A port that hangs up reads as empty. serialport takes that for "nothing yet" and asks again at once, for ever: the
 * unplugging goes unnoticed and a processor is busy with it (serialport/bindings-cpp #162). Here it ends the port.
 */
export function noticeHangup(binding: object): void {
  if (!isUnixBinding(binding)) return
  binding.read = async (buffer, offset, length) => {
    for (;;) {
      if (!binding.isOpen || binding.fd === null) throw failure('the port is not open', { canceled: true })
      const bytesRead = await readOnce(binding.fd, buffer, offset, length)
      if (bytesRead !== null) return { bytesRead, buffer }
      if (!binding.isOpen) throw failure('the port is not open', { canceled: true })
      await new Promise<void>((resolve, reject) => {
        binding.poller.once('readable', (error) => (error ? reject(error) : resolve()))
      })
    }
  }
}

/** Null when there is nothing yet. */
async function readOnce(fd: number, buffer: Buffer, offset: number, length: number): Promise<number | null> {
  try {
    const { bytesRead } = await readBytes(fd, buffer, offset, length, null)
    if (bytesRead > 0) return bytesRead
  } catch (error) {
    if (error instanceof Error && 'code' in error && tryAgain.has(String(error.code))) return null
    throw failure(`the port cannot be read: ${String(error)}`, { disconnect: true })
  }
  throw failure('the port hung up', { disconnect: true })
}

/** `canceled` and `disconnect` are what serialport looks for. */
function failure(message: string, kind: { canceled: true } | { disconnect: true }): Error {
  return Object.assign(new Error(message), kind)
}

function isUnixBinding(object: object): object is UnixBinding {
  return 'poller' in object && 'fd' in object && 'read' in object
}
