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
  keys: {
    about: 'keys create|…       head office: keys that sign playlists; --help tells more',
    run: async (args) => (await import('./head-office/keys.ts')).keys(args),
  },
  publish: {
    about:
      'publish PLAYLIST    head office: checks and signs a playlist, or --dry-run; --help tells its options',
    run: async (args) => (await import('./head-office/publish.ts')).publish(args),
  },
  rollout: {
    about: 'rollout PLAYLIST    head office: brings it to more kiosks',
    run: async (args) => (await import('./head-office/rollout.ts')).rollOut(args),
  },
  stop: {
    about: 'stop PLAYLIST       head office: kiosks stop playing it',
    run: async (args) => (await import('./head-office/rollout.ts')).stop(args),
  },
  verify: {
    about: 'verify SOURCE       does what a kiosk does with a web address or folder, and says what plays',
    run: async (args) => (await import('./head-office/verify.ts')).verify(args),
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
