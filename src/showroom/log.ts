export type LogLevel = 'debug' | 'info' | 'warning' | 'error'

/**
 * Where the showroom tells staff and technicians what happens to the kiosk. Never what a shopper touched,
 * nor when: a line may speak of devices, files and connections, not of visits.
 */
export type Log = (level: LogLevel, sentence: string) => void

export const silentLog: Log = () => {}
