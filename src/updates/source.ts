/** Where signed playlists come from: a web server, or a folder such as a USB stick. Nothing of it is trusted. */
export interface Source {
  /** For logs and staff: an address or a path. */
  readonly name: string
  /** What the other side's clock says, in milliseconds since 1970; a hint only, since nobody signed it. */
  readonly remoteTimeMs: number | null
  /** A file from byte `from` on; never more than `most` bytes are handed out. Rejects with `SourceError`. */
  open(path: string, from: number, most: number, signal: AbortSignal): Promise<SourceBody>
}

export interface SourceBody {
  /** Where the bytes begin: 0 when the other side cannot begin in the middle. */
  readonly from: number
  readonly bytes: AsyncIterable<Uint8Array>
}

export type SourceProblem =
  | 'missing'
  | 'unreachable'
  | 'too-large'
  | 'too-slow'
  | 'redirected'
  | 'refused'
  | 'no-plain-file'
  /** A stick or disk that breaks: it reads wrongly, or does not answer at all. */
  | 'broken-medium'

/** A file could not be had. Network and media fail all the time: the next try may do. */
export class SourceError extends Error {
  readonly code: SourceProblem

  constructor(code: SourceProblem, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}

/** Ends with an error as soon as there are more bytes than `most`. */
export async function* atMost(
  bytes: AsyncIterable<Uint8Array>,
  most: number,
  what: string,
): AsyncIterable<Uint8Array> {
  let count = 0
  for await (const chunk of bytes) {
    count += chunk.length
    if (count > most) throw new SourceError('too-large', `${what} is larger than ${most} bytes`)
    yield chunk
  }
}

export async function readWhole(
  source: Source,
  path: string,
  most: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  const body = await source.open(path, 0, most, signal)
  for await (const chunk of body.bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}
