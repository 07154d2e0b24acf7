import type { Notice } from '../contract/showroom-state.ts'

/** We know ourselves what is wrong with the dongle: `code` is one of the causes below. */
export class DongleError extends Error {
  readonly code: string
  readonly values: Readonly<Record<string, string>>

  constructor(code: string, values: Readonly<Record<string, string>> = {}) {
    super(code)
    this.code = code
    this.values = values
  }
}

/** Why the dongle cannot be used, in words for staff, and what to do about it. */
export function dongleNotice(error: unknown, port: string, family: string | null = null): Notice {
  const text = error instanceof Error ? `${error.message} ${causeOf(error)}` : String(error)
  const code = error instanceof DongleError ? error.code : null
  const match = causes.find((cause) => (code === null ? cause.signs?.test(text) : cause.code === code))
  const { code: known, sentence } = namedFamily(match ?? unknownCause, family)
  const values: Record<string, string> = {
    port,
    ...(family === null ? {} : { family }),
    ...(error instanceof DongleError ? error.values : { detail: text.trim().slice(0, 200) }),
  }
  const filled = sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  return { code: known, severity: 'error', sentence: filled, values }
}

/** Where somebody has set the dongle's family, the setting is as likely to be wrong as the stick. */
function namedFamily(cause: Cause, family: string | null): Cause {
  return family !== null && cause.code === 'dongle-not-a-dongle' ? otherFamily : cause
}

interface Cause {
  readonly code: string
  /** What gives it away in the words of the operating system or of herdsman. */
  readonly signs?: RegExp
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
    sentence: 'There is no Zigbee dongle at {port}. Is it plugged in? The kiosk keeps looking.',
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
      'The kiosk may not use the Zigbee dongle at {port}. Add its user to the group that owns the port (mostly “dialout”) and start the computer again.',
  },
  {
    code: 'dongle-refused',
    signs:
      /while opening socket|ECONNREFUSED|Error while opening socket|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOTFOUND|EAI_AGAIN/i,
    sentence: 'Nothing answers at {port}. Is the Zigbee dongle there switched on and on the network?',
  },
  {
    code: 'dongle-other-network',
    sentence:
      'The Zigbee dongle at {port} holds another network ({panId}, on channel {channel}), which the kiosk leaves alone. Plug in this store’s own dongle. If that network may be given up, a manager can do it under “Health”, or start the kiosk with SHOWROOM_ZIGBEE_OVERWRITE={panId}.',
  },
  {
    code: 'dongle-blank-no-backup',
    sentence:
      'The Zigbee dongle at {port} is empty, and there is no backup of this store’s network. Plug the old dongle in again. If it is lost, begin a new network under “Health” or start the kiosk with SHOWROOM_ZIGBEE_OVERWRITE=new, and let every lamp join again.',
  },
  {
    code: 'dongle-no-coordinator',
    sentence:
      'The Zigbee dongle at {port} has a router’s firmware. Put a coordinator’s firmware on it, or plug in another dongle.',
  },
  {
    code: 'network-number-taken',
    signs: /panId collision|same panId/i,
    sentence:
      'Another Zigbee network nearby has this network’s number. Switch that network off for a minute, or move the dongle.',
  },
  {
    code: 'dongle-mismatch',
    signs: /configuration-adapter mismatch|cannot be restored|not for EmberZNet|too small to import/i,
    sentence:
      'The Zigbee dongle at {port} and this store’s network do not fit together. Plug in the store’s own dongle.',
  },
  {
    code: 'dongle-hung',
    signs: /does not answer any more|has reset itself/i,
    sentence:
      'The Zigbee dongle at {port} stopped answering, and is started anew. If that happens often, use an extension cable and a USB 2 port.',
  },
  {
    code: 'dongle-unplugged',
    signs: /disconnected|closed|has not been initialized yet/i,
    sentence: 'The Zigbee dongle at {port} was unplugged. Plug it in again; the lamps stay as they are.',
  },
  {
    code: 'dongle-not-a-dongle',
    signs: /SYS_PING|timeout|timed out|Failed to connect to the adapter|HOST_FATAL_ERROR|synchronise|SRSP/i,
    sentence: 'What is plugged in at {port} does not answer as a Zigbee dongle. Is it the right stick?',
  },
]

const otherFamily: Cause = {
  code: 'dongle-wrong-family',
  sentence:
    'What is plugged in at {port} does not answer as a Zigbee dongle of the family “{family}”. Is the setting SHOWROOM_ZIGBEE_ADAPTER right for this stick?',
}

const unknownCause: Cause = {
  code: 'dongle-failed',
  sentence: 'The Zigbee dongle at {port} cannot be used. Unplug it, wait five seconds and plug it in again.',
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : ''
}
