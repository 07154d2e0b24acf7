import { PublishError } from '../../publish/repository.ts'
import { KeyError } from '../../publish/signing-key.ts'

/**
 * Runs a command and says what came of it: its lines, the usage when it was called wrongly (it resolves with null), or
 * why it did not work. Resolves with the exit code.
 */
export async function said(
  usage: string,
  args: readonly string[],
  run: () => Promise<readonly string[] | null>,
): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(usage)
    return 0
  }
  try {
    const lines = await run()
    if (lines !== null) {
      process.stdout.write(`${lines.join('\n')}\n`)
      return 0
    }
  } catch (error) {
    if (error instanceof PublishError || error instanceof KeyError) {
      process.stderr.write(`${error.message}\n`)
      return 1
    }
    if (!(error instanceof TypeError && 'code' in error)) throw error // Not of parseArgs.
    process.stderr.write(`${error.message}\n`)
  }
  process.stderr.write(usage)
  return 2
}
