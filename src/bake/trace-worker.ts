import { parentPort, workerData } from 'node:worker_threads'
import { type TraceJob, traceChunks } from './trace-job.ts'

// A thread of its own: traces until nothing is left, and tells how many texels it finished.
traceChunks(workerData as TraceJob, (texels) => parentPort?.postMessage(texels))
