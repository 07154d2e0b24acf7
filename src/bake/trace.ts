import { Worker } from 'node:worker_threads'
import { type TraceJob, traceChunks } from './trace-job.ts'

/** Traces all texels on so many threads (0: the caller's own); `onProgress` is told the share done, 0..1. */
export async function trace(
  job: TraceJob,
  workers: number,
  onProgress: (share: number) => void,
): Promise<void> {
  let finished = 0
  const done = (texels: number) => {
    finished += texels
    onProgress(finished / job.texels)
  }
  if (workers === 0) {
    traceChunks(job, done)
    return
  }
  await Promise.all(Array.from({ length: workers }, () => run(job, done)))
}

function run(job: TraceJob, done: (texels: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./trace-worker.ts', import.meta.url), { workerData: job })
    worker.on('message', done)
    worker.on('error', reject)
    worker.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`A baking thread ended with ${code}.`)),
    )
  })
}
