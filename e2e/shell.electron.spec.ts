import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { kioskEnvironment } from './data-folder.ts'
import type { Kiosk } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { electronProgram, root, withoutSandbox } from './programs.ts'

// A refused navigation never ends for Playwright's locators: the next specs get a fresh document.
test.afterAll(async ({ kiosk }) => {
  await kiosk.page.reload()
})

/** The application of a spec that runs in Electron only. */
function appOf(kiosk: Kiosk) {
  if (kiosk.app === null) throw new Error('this spec needs Electron')
  return kiosk.app
}

test('the page is sandboxed and has nothing of Node or Electron', async ({ page, kiosk }) => {
  const globals = await page.evaluate(() =>
    ['process', 'require', 'module', 'Buffer', 'global', 'electron', '__dirname'].filter(
      (name) => name in window,
    ),
  )
  expect(globals).toEqual([])
  const preferences = await appOf(kiosk).evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // Not in Electron's types, yet there: what the page really got.
    const read: unknown = contents === undefined ? undefined : Reflect.get(contents, 'getLastWebPreferences')
    const given: unknown = typeof read === 'function' ? Reflect.apply(read, contents, []) : null
    if (typeof given !== 'object' || given === null) return null
    return ['sandbox', 'contextIsolation', 'nodeIntegration', 'webviewTag', 'webSecurity'].map((name) => [
      name,
      Reflect.get(given, name),
    ])
  })
  expect(Object.fromEntries(preferences ?? [])).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  })
})

test('no window opens', async ({ page, kiosk }) => {
  const opened = await page.evaluate(() => window.open('https://example.com/') !== null)
  expect(opened).toBe(false)
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'app://kiosk/index.html'
    link.target = '_blank'
    document.body.append(link)
    link.click()
    link.remove()
  })
  const windows = () => appOf(kiosk).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect(await windows()).toBe(1)
})

for (const address of [
  'https://example.com/',
  'file:///etc/hostname',
  'data:text/html,hello',
  'app://other/index.html',
]) {
  test(`the page does not go to ${address}`, async ({ page, kiosk }) => {
    await page.evaluate((target) => {
      Reflect.set(window, 'stillHere', target)
      location.href = target
    }, address)
    // Two round trips through the shell: whatever the page asked for has been decided by then.
    await appOf(kiosk).evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('1'),
    )
    expect(await page.evaluate(() => Reflect.get(window, 'stillHere'))).toBe(address)
    expect(page.url()).toBe('app://kiosk/index.html')
  })
}

test('every permission is denied', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const media = await navigator.mediaDevices
      .getUserMedia({ video: true, audio: true })
      .catch((error) => error.name)
    const place = await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        ({ code }) => resolve(code),
      )
    })
    const clipboard = await navigator.clipboard.readText().catch((error) => error.name)
    return { media, place, clipboard, notification: await Notification.requestPermission() }
  })
  expect(answers).toEqual({
    media: expect.stringMatching(/NotAllowedError|NotFoundError/),
    place: 1,
    clipboard: 'NotAllowedError',
    notification: 'denied',
  })
})

test('the page reaches its own files and nothing else', async ({ page }) => {
  const reach = (address: string) =>
    page.evaluate(
      (target) =>
        fetch(target).then(
          ({ status }) => status,
          () => 'refused',
        ),
      address,
    )
  expect(await reach('app://kiosk/index.html')).toBe(200)
  for (const path of [
    '../../package.json',
    '..%2f..%2fpackage.json',
    'rooms/..%2f..%2fpackage.json',
    '..%5cmain%5cmain.js',
  ]) {
    expect(await reach(`app://kiosk/${path}`), path).toBe(404)
  }
  for (const address of [
    'https://example.com/',
    'http://127.0.0.1:4173/',
    'file:///etc/hostname',
    'app://other/index.html',
  ]) {
    expect(await reach(address), address).toBe('refused')
  }
})

test('no script runs that was not built', async ({ page }) => {
  const outcome = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const script = document.createElement('script')
        script.textContent = 'window.inlineRan = true'
        document.head.append(script)
        // A turn later: what the debugger evaluates itself is not held by the policy.
        setTimeout(() => {
          try {
            resolve({ inline: 'inlineRan' in window, eval: Reflect.construct(Function, ['return "ran"'])() })
          } catch (error) {
            resolve({ inline: 'inlineRan' in window, eval: error instanceof Error ? error.name : 'refused' })
          }
        }, 0)
      }),
  )
  expect(outcome).toEqual({ inline: false, eval: 'EvalError' })
})

test('a download is refused', async ({ page, kiosk }) => {
  const app = appOf(kiosk)
  // Listened before anything is asked for: two processes are asked, and either may be the first to hear.
  await app.evaluate(({ session }) => {
    const answer = new Promise((resolve) => {
      session.fromPartition('kiosk').once('will-download', (event) => resolve(event.defaultPrevented))
    })
    Reflect.set(globalThis, 'prevented', answer)
  })
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['hello']))
    link.download = 'hello.txt'
    link.click()
  })
  expect(await app.evaluate((): Promise<unknown> => Reflect.get(globalThis, 'prevented'))).toBe(true)
})

test('a second start ends at once and leaves the first one be', async ({ kiosk, page }) => {
  const args = [...(withoutSandbox() ? ['--no-sandbox'] : []), root]
  await promisify(execFile)(electronProgram(), args, {
    env: kioskEnvironment(kiosk.dataFolder),
    timeout: 20_000,
  })
  expect(await page.evaluate(() => document.querySelector('#app') !== null)).toBe(true)
})
