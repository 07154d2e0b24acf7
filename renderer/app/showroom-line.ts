import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '../../src/contract/contract.ts'

/** The contract, callable. */
export type ShowroomClient = ContractRouterClient<typeof contract>

/** One open line to the showroom, whatever carries it. */
export interface ShowroomLine {
  readonly client: ShowroomClient
  /** Settles when the line is gone. */
  readonly closed: Promise<void>
  close(): void
}

/** Opens a line, or rejects when there is none to be had right now. */
export type OpenLine = () => Promise<ShowroomLine>
