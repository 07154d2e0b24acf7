/** Why a kiosk takes nothing from a source. Each has words for staff. */
export type RefusalReason =
  /** Nothing could be fetched, or not all of it. */
  | 'unreachable'
  /** The lists are older than they may be: nobody signed them lately, or a clock is wrong. */
  | 'expired'
  /** Something older than what this kiosk has seen. */
  | 'rollback'
  /** Signatures, hashes or lengths that are not as they must be. */
  | 'not-genuine'
  /** Signed, but not as this program reads it. */
  | 'not-understood'
  | 'disk-full'
  /** The stick or disk from which it should come breaks. */
  | 'broken-medium'

/** What came is refused as a whole; what plays goes on. */
export class RefusalError extends Error {
  readonly code: RefusalReason

  constructor(code: RefusalReason, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}
