import { constants, setPriority } from 'node:os'

// What computes long leaves the cores to whoever has to answer in time.
setPriority(constants.priority.PRIORITY_LOW)
