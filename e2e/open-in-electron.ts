import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { DongleProgram } from '../src/zigbee/testing/dongle-program.ts'
import { endProcess, everyLampStands, kioskEnvironment } from './data-folder.ts'
import {
  type Kiosk,
  type Lamping,
  type Picture,
  pageAddress,
  pixelScale,
  portrait,
  type Size,
} from './kiosk.ts'
import { chromiumSwitches, electronProgram, root, withoutSandbox } from './programs.ts'

/** The built application in Electron. */
export async function openInElectron(
  dataFolder: string,
  picture: Picture,
  lamping: Lamping = 'furnished',
  environment: Readonly<Record<string, string>> = {},
): Promise<Kiosk> {
  const dongle = lamping === 'bare' ? await DongleProgram.start('--radio', 'ideal') : null
  const app = await launch(picture, dataFolder, dongle?.url, environment)
  let said = ''
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (chunk) => {
      said += chunk
    })
  const page = await app.firstWindow()
  // Its shell opens the page as a store does; what the processor draws needs fewer frames.
  if (picture === '3d') await page.goto(pageAddress(page.url()))
  const devtools = await page.context().newCDPSession(page)
  // A virtual display has nobody who gives its windows the focus; a kiosk's window has it always.
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true })
  const resize = async (size: Size): Promise<void> => {
    await app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
    }, size)
    // The kiosk fills its screen; a virtual display has a size of its own, and a finger's is told by the screen's.
    // In a session of its own: one that has asked before thinks that it still holds, whatever others did since.
    const metrics = await page.context().newCDPSession(page)
    await metrics.send('Emulation.setDeviceMetricsOverride', {
      ...size,
      screenWidth: size.width,
      screenHeight: size.height,
      deviceScaleFactor: 0,
      mobile: false,
    })
    await page.waitForFunction(({ width }) => Math.abs(window.innerWidth - width) < 4, size)
  }
  await resize(portrait)
  if (dongle === null) await everyLampStands(page)
  return {
    page,
    dataFolder,
    dongle,
    app,
    url: null,
    log: () => said,
    servicePid: () => servicePidOf(app),
    resize,
    stop: async () => {
      const { pid } = app.process()
      const late = setTimeout(() => {
        if (pid !== undefined) endProcess(pid)
      }, 15_000)
      await app.close()
      clearTimeout(late)
      await dongle?.end()
    },
  }
}

function launch(
  picture: Picture,
  dataFolder: string,
  port: string | undefined,
  environment: Readonly<Record<string, string>>,
) {
  return _electron.launch({
    executablePath: electronProgram(),
    args: [
      ...['-r', join(import.meta.dirname, 'wait-for-playwright.cjs')],
      ...(withoutSandbox() ? ['--no-sandbox'] : []),
      ...chromiumSwitches(picture),
      `--force-device-scale-factor=${pixelScale}`,
      root,
    ],
    cwd: root,
    env: kioskEnvironment(dataFolder, port, environment),
    timeout: 30_000,
  })
}

async function servicePidOf(app: Awaited<ReturnType<typeof _electron.launch>>): Promise<number> {
  const pid = await app.evaluate(({ app: electronApp }) => {
    const services = electronApp.getAppMetrics().filter((metric) => metric.name === 'showroom service')
    return services.at(-1)?.pid ?? null
  })
  if (pid === null) throw new Error('The service does not run.')
  return pid
}
