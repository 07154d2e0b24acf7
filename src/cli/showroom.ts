import { parseArgs } from 'node:util'
import { check } from './check.ts'
import { writeSchemas } from './schemas.ts'

/** What `npx showroom` can do: each command gets what follows its name and resolves with an exit code. */
const commands: Readonly<Record<string, { about: string; run: (args: string[]) => Promise<number> }>> = {
  check: {
    about: 'check [FOLDER]      checks rooms, scenes and rules, and warns; --help tells more',
    run: check,
  },
  schemas: {
    about: 'schemas [FOLDER]    writes JSON schemas for editors to FOLDER/schemas',
    run: writeSchemas,
  },
  furniture: {
    about: 'furniture [NAME]    lists furniture and its parameters, to furnish rooms with',
    run: async ([part]) => {
      const { furnitureList } = await import('../bake/furniture-list.ts')
      const list = furnitureList(part)
      process.stdout.write(list === '' ? `There is no furniture "${part}".\n` : list)
      return list === '' ? 1 : 0
    },
  },
  preview: {
    about: 'preview SCENE|room  pictures of a scene, or a room in a browser; --help tells its options',
    run: async (args) => {
      const { preview } = await import('./preview.ts')
      return preview(args)
    },
  },
  bake: {
    about: 'bake [ROOM]         bakes the light of rooms; --help tells its options',
    run: async (args) => {
      const { bake } = await import('./bake.ts')
      return bake(args)
    },
  },
  'virtual-dongle': {
    about: 'virtual-dongle      runs a simulated Zigbee dongle with devices; --help tells its options',
    run: async (args) => {
      const { runVirtualDongle } = await import('../virtual/run.ts')
      return runVirtualDongle(args)
    },
  },
}

const usage = `showroom COMMAND\n\n${Object.values(commands)
  .map(({ about }) => `  ${about}`)
  .join('\n')}\n`

async function main(): Promise<number> {
  const [name, ...args] = process.argv.slice(2)
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command !== undefined) return command.run(args)
  const { values } = parseArgs({ options: { help: { type: 'boolean' } }, strict: false })
  const asked = values.help === true || name === undefined
  if (!asked) process.stderr.write(`There is no command "${name}".\n\n`)
  ;(asked ? process.stdout : process.stderr).write(usage)
  return asked ? 0 : 2
}

process.exitCode = await main()
