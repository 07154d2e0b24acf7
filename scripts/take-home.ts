import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import type { KnownWords } from '../renderer/take-home-page/known-words.ts'
import { readContentFolder } from '../src/platform/content-folder.ts'
import { readContent } from '../src/showroom/content.ts'

const root = join(import.meta.dirname, '..')
const page = join(root, 'renderer/take-home-page')

/**
 * Builds the page that phones open: one file that makes no request, for any web server. Its policy allows its own
 * script and style and nothing else.
 */
async function buildTakeHome(target: string): Promise<void> {
  const [script, style] = [await bundle(), await readFile(join(page, 'page.css'), 'utf8')]
  if (/<\/script/i.test(script) || /<\/style/i.test(style)) throw new Error('the page would end too early')
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  // Without an icon of its own, browsers ask for one.
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>Showroom</title>
<style>${style}</style>
</head>
<body><script>${script}</script></body>
</html>
`
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, html)
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define: { knownWords: JSON.stringify(await knownWords()) },
    build: {
      write: false,
      // Phones of the last five years or so.
      target: ['chrome90', 'safari15', 'firefox90'],
      modulePreload: false,
      rolldownOptions: { input: join(page, 'page.ts'), output: { format: 'iife' } },
    },
  })
  const outputs = Array.isArray(result) ? result : [result]
  const files = outputs.flatMap((one) => ('output' in one ? one.output : []))
  const [script, ...more] = files
  if (script?.type !== 'chunk' || more.length > 0) throw new Error('the page’s script is not one file')
  return script.code
}

/** The names that lists are made of, in every language they are written in. */
async function knownWords(): Promise<KnownWords> {
  const { files } = await readContentFolder(join(root, 'scenes'))
  const { rooms, scenes, shop } = readContent(files)
  return [
    ...[...shop.products.values()].map(({ name }) => name),
    ...rooms.flatMap(({ name, fixtures }) => [name, ...fixtures.map((fixture) => fixture.name)]),
    ...scenes.map(({ title }) => title),
  ]
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

const target = process.argv[2]
if (target === undefined) throw new Error('Say where to: node scripts/take-home.ts dist/take-home/index.html')
await buildTakeHome(target)
