/** TI's monitor-and-test interface: subsystems and statuses ("Z-Stack Monitor and Test API", SWRA198). */
export const subsystem = { rpcError: 0, sys: 1, af: 4, zdo: 5, sapi: 6, util: 7, appConfig: 15 } as const

export const mtStatus = {
  success: 0x00,
  failure: 0x01,
  invalidParameter: 0x02,
  nvItemUninitialised: 0x09,
  nvOperationFailed: 0x0a,
  nvBadLength: 0x0c,
  memoryError: 0x10,
  duplicateEntry: 0xb8,
  invalidRequest: 0xc2,
} as const

/** Reasons in the answer to a request that was not understood. */
export const rpcError = { subsystem: 1, command: 2, parameter: 3, length: 4 } as const

/** States of the device (ZDApp.h). */
export const deviceState = { hold: 0, startingCoordinator: 8, coordinator: 9 } as const

/** Groups of commands, as SYS_PING tells them (MT.h): SYS, AF, ZDO, UTIL, GP, APP_CNF. True sticks say the same. */
export const capabilities = 0x0001 | 0x0008 | 0x0010 | 0x0040 | 0x0200 | 0x0400

/** What SYS_VERSION says: product 1 is Z-Stack 3.x.0, the revision a build date of its firmware. */
export const version = {
  transport: 2,
  product: 1,
  major: 2,
  minor: 7,
  maintenance: 1,
  revision: 20230507,
} as const
