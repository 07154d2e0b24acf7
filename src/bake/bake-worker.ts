import { parentPort, workerData } from 'node:worker_threads'
import type { BakeJob } from './bake-job.ts'
import { type Phase, workOn } from './phases.ts'

// A thread of its own: works on each phase until nothing is left, tells how many texels it finished, and last 0.
const job = workerData as BakeJob
parentPort?.on('message', (phase: Phase) => {
  workOn(job, phase, (texels) => parentPort?.postMessage(texels))
  parentPort?.postMessage(0)
})
