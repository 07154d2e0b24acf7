import { accepted, commandsOf, type Handler, status } from './command-table.ts'
import type { Coordinator } from './coordinator.ts'
import { mtStatus, subsystem } from './mt.ts'

/** Modes of base device behaviour, and what its notifications say (bdb_interface.h). */
const mode = { none: 0x00, steering: 0x02, formation: 0x04 } as const
const outcome = { success: 0x00, inProgress: 0x01, noNetwork: 0x02, networkRestored: 0x0d } as const

/** APP_CNF_BDB_COMMISSIONING_NOTIFICATION. */
function notify(coordinator: Coordinator, status: number, about: number, remaining: number): void {
  coordinator.indicate(subsystem.appConfig, 0x80, Buffer.from([status, about, remaining]))
}

/** Resumes the network in memory, whatever was asked; else forms one if that was asked. */
const startCommissioning: Handler = (request, coordinator) => {
  const asked = request.u8()
  coordinator.clock.after(1, () => {
    if (coordinator.started || coordinator.resume()) {
      notify(coordinator, outcome.networkRestored, mode.none, asked)
      notify(coordinator, outcome.success, asked, mode.none)
      return
    }
    if ((asked & mode.formation) === 0) {
      notify(coordinator, outcome.noNetwork, asked, mode.none)
      return
    }
    notify(coordinator, outcome.inProgress, mode.steering, mode.formation)
    coordinator.form(() => notify(coordinator, outcome.success, mode.formation, mode.none))
  })
  return status(mtStatus.success)
}

const setChannel: Handler = (request, coordinator) => {
  const [isPrimary, mask] = [request.u8() === 1, request.u32()]
  if (isPrimary) coordinator.primaryChannels = mask
  return status(mtStatus.success)
}

const setFrameCounter: Handler = (request, coordinator) => {
  coordinator.setFrameCounter(request.u32())
  return status(mtStatus.success)
}

/** 16 bytes of a derived key, or 18 of an install code and its checksum. */
const addInstallCode: Handler = (request) => {
  const format = request.u8()
  request.ieee()
  const wanted = format === 0x01 ? 18 : format === 0x02 ? 16 : null
  return status(wanted === request.rest().length ? mtStatus.success : mtStatus.invalidParameter)
}

export const appConfigCommands = commandsOf(subsystem.appConfig, [
  [0x01, 'APP_CNF_SET_DEFAULT_REMOTE_ENDDEVICE_TIMEOUT', accepted],
  [0x02, 'APP_CNF_SET_ENDDEVICE_TIMEOUT', accepted],
  [0x03, 'APP_CNF_SET_ALLOWREJOIN_TC_POLICY', accepted],
  [0x04, 'APP_CNF_BDB_ADD_INSTALLCODE', addInstallCode],
  [0x05, 'APP_CNF_BDB_START_COMMISSIONING', startCommissioning],
  [0x06, 'APP_CNF_BDB_SET_JOINUSESINSTALLCODEKEY', accepted],
  [0x07, 'APP_CNF_BDB_SET_ACTIVE_DEFAULT_CENTRALIZED_KEY', accepted],
  [0x08, 'APP_CNF_BDB_SET_CHANNEL', setChannel],
  [0x09, 'APP_CNF_BDB_SET_TC_REQUIRE_KEY_EXCHANGE', accepted],
  [0x0a, 'APP_CNF_BDB_ZED_ATTEMPT_RECOVER_NWK', accepted],
  [0xff, 'APP_CNF_SET_NWK_FRAME_COUNTER', setFrameCounter],
])
