import type { Notice } from '../contract/showroom-state.ts'

/** Why the dongle cannot be used, in words for staff, and what to do about it. */
export function dongleNotice(error: unknown, port: string): Notice {
  const text = error instanceof Error ? `${error.message} ${causeOf(error)}` : String(error)
  const match = causes.find(({ signs }) => signs.test(text)) ?? unknownCause
  return {
    code: match.code,
    severity: 'error',
    sentence: match.sentence.replace('{port}', port),
    values: { port, detail: text.trim().slice(0, 200) },
  }
}

interface Cause {
  readonly code: string
  readonly signs: RegExp
  readonly sentence: string
}

const causes: readonly Cause[] = [
  {
    code: 'network-unreadable',
    signs: /network record/i,
    sentence: 'The file with the Zigbee network’s key cannot be understood. Restore it from a backup.',
  },
  {
    code: 'virtual-dongle-failed',
    signs: /virtual dongle/i,
    sentence:
      'The simulated lamps could not be started. Restart the kiosk; if that does not help, the log says why.',
  },
  {
    code: 'dongle-absent',
    signs: /ENOENT|no such file|File not found|ENODEV|ENXIO/i,
    sentence:
      'There is no Zigbee dongle at {port}. Is it plugged in? The kiosk looks again every two seconds.',
  },
  {
    code: 'dongle-busy',
    signs: /EBUSY|cannot lock port|Resource temporarily unavailable|Access denied/i,
    sentence: 'The Zigbee dongle at {port} is in use by another program. Close it, or restart the computer.',
  },
  {
    code: 'dongle-forbidden',
    signs: /EACCES|EPERM|Permission denied/i,
    sentence:
      'The kiosk may not use the Zigbee dongle at {port}. Add its user to the group that owns the port.',
  },
  {
    code: 'dongle-refused',
    signs: /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOTFOUND|EAI_AGAIN/i,
    sentence: 'Nothing answers at {port}. Is the Zigbee dongle there switched on and on the network?',
  },
  {
    code: 'dongle-other-network',
    signs: /configuration-adapter mismatch|cannot be restored|panId collision|same panId/i,
    sentence: 'The Zigbee dongle at {port} belongs to another network. Plug in this store’s own dongle.',
  },
  {
    code: 'dongle-unplugged',
    signs: /disconnected|closed/i,
    sentence: 'The Zigbee dongle at {port} was unplugged. Plug it in again; the lamps stay as they are.',
  },
  {
    code: 'dongle-not-a-dongle',
    signs: /SYS_PING|timeout|timed out|Failed to connect to the adapter|HOST_FATAL_ERROR|synchronise|SRSP/i,
    sentence: 'What is plugged in at {port} does not answer as a Zigbee dongle. Is it the right stick?',
  },
]

const unknownCause: Cause = {
  code: 'dongle-failed',
  signs: /$^/,
  sentence: 'The Zigbee dongle at {port} cannot be used. Unplug it, wait five seconds and plug it in again.',
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : ''
}
