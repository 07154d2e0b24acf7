/** A refusal of the control interface: an HTTP status and a sentence. */
export class HttpError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, sentence: string) {
    super(sentence)
    this.status = status
    this.code = code
  }
}
