import { runVirtualDongle } from './run.ts'

process.exitCode = await runVirtualDongle(process.argv.slice(2))
