import { atMost, type Source, type SourceBody, SourceError } from './source.ts'

export interface Patience {
  /** A server must send at least `leastBytes` in each of these, or all that it has. */
  readonly windowMs: number
  readonly leastBytes: number
}

/** A line that is slower than half a kilobyte a second is of no use, or somebody holds us up. */
export const usualPatience: Patience = { windowMs: 15_000, leastBytes: 8 * 1024 }

const mostRedirects = 3

/** A folder that a web server serves. What comes is checked by its signatures, so plain http does as well. */
export class HttpSource implements Source {
  readonly name: string
  remoteTimeMs: number | null = null
  private readonly base: URL
  private readonly patience: Patience

  constructor(address: string, patience: Patience = usualPatience) {
    this.base = new URL(address.endsWith('/') ? address : `${address}/`)
    this.name = this.base.href
    this.patience = patience
  }

  async open(path: string, from: number, most: number, signal: AbortSignal): Promise<SourceBody> {
    const stop = new AbortController()
    const either = AbortSignal.any([signal, stop.signal])
    const timer = setTimeout(() => stop.abort(), this.patience.windowMs)
    let response: Response
    try {
      response = await this.get(new URL(path, this.base), from, either, 0)
    } catch (error) {
      throw this.problem(error, path, stop.signal)
    } finally {
      clearTimeout(timer)
    }
    const told = Date.parse(response.headers.get('date') ?? '')
    this.remoteTimeMs = Number.isNaN(told) ? null : told
    const begins = response.status === 206 ? rangeStart(response.headers.get('content-range')) : 0
    const whole = response.headers.get('content-length')
    const all = begins === from ? most : from + most
    if (whole !== null && Number(whole) > all) {
      stop.abort()
      throw new SourceError('too-large', `${path} is larger than ${all} bytes`)
    }
    const body = response.body ?? new Response('').body
    if (body === null) throw new SourceError('refused', `${path}: nothing came`)
    return { from: begins, bytes: atMost(this.steadily(body, stop, path), all, path) }
  }

  private async get(url: URL, from: number, signal: AbortSignal, redirects: number): Promise<Response> {
    const response = await fetch(url.href, {
      redirect: 'manual',
      signal,
      headers: { 'accept-encoding': 'identity', ...(from > 0 ? { range: `bytes=${from}-` } : {}) },
    })
    if (response.status >= 300 && response.status < 400 && response.status !== 304) {
      await response.body?.cancel()
      const to = response.headers.get('location')
      const next = to !== null && URL.canParse(to, url.href) ? new URL(to, url) : null
      if (next === null || next.origin !== this.base.origin || redirects >= mostRedirects) {
        throw new SourceError('redirected', `the server sends us elsewhere (${next?.origin ?? 'nowhere'})`)
      }
      return this.get(next, from, signal, redirects + 1)
    }
    if (from > 0 && !goesOn(response, from)) {
      await response.body?.cancel()
      return this.get(url, 0, signal, redirects)
    }
    if (response.status === 200 || (response.status === 206 && from > 0)) return response
    await response.body?.cancel()
    const missing = response.status === 404 || response.status === 403
    throw new SourceError(missing ? 'missing' : 'refused', `the server answers ${response.status}`)
  }

  /** A server that trickles is as bad as one that is silent. */
  private async *steadily(
    body: ReadableStream<Uint8Array>,
    stop: AbortController,
    path: string,
  ): AsyncIterable<Uint8Array> {
    const { windowMs, leastBytes } = this.patience
    let count = 0
    let timer = setTimeout(() => stop.abort(), windowMs)
    const nextWindow = () => {
      if (count < leastBytes) return stop.abort()
      count = 0
      timer = setTimeout(nextWindow, windowMs)
    }
    clearTimeout(timer)
    timer = setTimeout(nextWindow, windowMs)
    try {
      for await (const chunk of body) {
        count += chunk.length
        yield chunk
      }
    } catch (error) {
      throw this.problem(error, path, stop.signal)
    } finally {
      clearTimeout(timer)
      stop.abort()
    }
  }

  private problem(error: unknown, path: string, stopped: AbortSignal): SourceError {
    if (error instanceof SourceError) return error
    if (stopped.aborted) return new SourceError('too-slow', `${path}: the server is too slow`, error)
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const why = cause instanceof Error ? cause.message : String(cause)
    return new SourceError('unreachable', `${path}: ${why === '' ? 'no connection' : why}`, error)
  }
}

/** False for another part than the one from `from` on, or a packed one: asked for again and again, it would never come. */
function goesOn({ status, headers }: Response, from: number): boolean {
  if (status !== 206) return status !== 416
  const coding = headers.get('content-encoding') ?? 'identity'
  return coding === 'identity' && [0, from].includes(rangeStart(headers.get('content-range')))
}

/** "bytes 100-199/200" begins at 100. */
function rangeStart(header: string | null): number {
  const match = /^bytes (\d{1,15})-/.exec(header ?? '')
  return match === null ? -1 : Number(match[1])
}
