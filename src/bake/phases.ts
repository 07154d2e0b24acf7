import { Worker } from 'node:worker_threads'
import type { BakeJob } from './bake-job.ts'
import { gatherBounce } from './bounces.ts'
import { lightEdges } from './light-texels.ts'
import { lookAgain, lookAround } from './look-around.ts'
import { aimAtLamps } from './near-lamps.ts'
import { smoothBounced, smoothEdges, smoothVariance } from './smooth.ts'
import { aimAtSunlit } from './sunlit.ts'

/** What is done to every texel, one phase after the other. */
export type Phase =
  | { readonly kind: 'look-around' }
  | { readonly kind: 'look-again' }
  | { readonly kind: 'light-edges' }
  | { readonly kind: 'aim-at-lamps' }
  | { readonly kind: 'aim-at-sunlit' }
  | { readonly kind: 'gather'; readonly direct: boolean; readonly last: boolean }
  | { readonly kind: 'smooth-variance' }
  | { readonly kind: 'smooth-bounced'; readonly step: number }
  | { readonly kind: 'smooth-edges' }

/** Texels that a thread takes at a time. */
const chunk = 1024

/** Works on chunks until none is left. `done` is told how many texels were finished. */
export function workOn(job: BakeJob, phase: Phase, done: (texels: number) => void): void {
  for (;;) {
    const from = Atomics.add(job.next, 0, 1) * chunk
    if (from >= job.texels) return
    const to = Math.min(job.texels, from + chunk)
    apply(job, phase, from, to)
    done(to - from)
  }
}

function apply(job: BakeJob, phase: Phase, from: number, to: number): void {
  switch (phase.kind) {
    case 'look-around':
      lookAround(job, from, to)
      break
    case 'look-again':
      lookAgain(job, from, to)
      break
    case 'light-edges':
      lightEdges(job, from, to)
      break
    case 'aim-at-lamps':
      aimAtLamps(job, from, to)
      break
    case 'aim-at-sunlit':
      aimAtSunlit(job, from, to)
      break
    case 'gather':
      gatherBounce(job, from, to, phase)
      break
    case 'smooth-variance':
      smoothVariance(job, from, to)
      break
    case 'smooth-bounced':
      smoothBounced(job, from, to, phase.step)
      break
    case 'smooth-edges':
      smoothEdges(job, from, to)
      break
  }
}

/** Threads that work on one job, a phase at a time; 0 works in the caller's own. */
export class Crew {
  private readonly job: BakeJob
  private readonly workers: Worker[]

  constructor(job: BakeJob, workers: number) {
    this.job = job
    const script = new URL('./bake-worker.ts', import.meta.url)
    this.workers = Array.from({ length: workers }, () => new Worker(script, { workerData: job }))
  }

  /** Runs a phase over all texels; `onProgress` is told the share done, 0..1. */
  async run(phase: Phase, onProgress: (share: number) => void): Promise<void> {
    this.job.next[0] = 0
    let finished = 0
    const done = (texels: number) => {
      finished += texels
      onProgress(finished / this.job.texels)
    }
    if (this.workers.length === 0) workOn(this.job, phase, done)
    else await Promise.all(this.workers.map((worker) => workOff(worker, phase, done)))
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()))
  }
}

/** Resolves when a thread finds nothing left to do. It tells how many texels it finished, and last 0. */
function workOff(worker: Worker, phase: Phase, done: (texels: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      worker.off('message', onMessage)
      worker.off('error', onError)
      worker.off('exit', onExit)
    }
    const onMessage = (texels: number) => {
      if (texels > 0) return done(texels)
      leave()
      resolve()
    }
    const onError = (error: unknown) => {
      leave()
      reject(error)
    }
    const onExit = (code: number) => onError(new Error(`A baking thread ended with ${code}.`))
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.on('exit', onExit)
    worker.postMessage(phase)
  })
}
