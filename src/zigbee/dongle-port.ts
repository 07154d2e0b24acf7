/** Where a dongle is and of what family; the family null when it shall be found out. */
export interface DonglePort {
  /** A serial path or `tcp://host:port`. */
  readonly path: string
  readonly adapter: 'zstack' | 'ember' | 'deconz' | 'zboss' | 'zigate' | null
  readonly baudRate?: number
  readonly rtscts?: boolean
  /** The family, where a person has set it. */
  readonly namedFamily?: string
  /** The lamps behind it are simulated. */
  readonly simulated: boolean
}
