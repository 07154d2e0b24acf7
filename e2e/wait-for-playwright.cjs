// Loaded into Electron before the application, which is told that it is ready only once Playwright listens, who says so
// by the name below. Playwright that attaches while the first window is just being made would wait for that window for ever.
const { app } = require('electron')

const ready = app.whenReady()
let begin
const begun = new Promise((resolve) => {
  begin = resolve
})
app.whenReady = () => begun
globalThis.__playwright_run = async () => begin(await ready)
