#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from '../scripts/install.mjs'
import { node, root } from '../scripts/paths.mjs'

// `npx showroom …`: the command itself is TypeScript and runs on the project's Node 24, in the caller's folder.
if (!existsSync(node)) ensureInstalled()
const program = join(root, 'src', 'cli', 'showroom.ts')
const { status } = spawnSync(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(status ?? 1)
