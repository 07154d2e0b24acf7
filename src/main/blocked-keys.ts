/** A key as Electron reports it before the page sees it. */
export interface KeyPress {
  readonly key: string
  readonly control: boolean
  readonly meta: boolean
  readonly alt: boolean
  readonly shift: boolean
}

/** What a kiosk never does: print, save, open, find, reload, zoom, leave full screen, open tools or windows. */
const withControl = new Set([..."bdefghijklmnopqrstuwy0123456789+-=_,./'`", 'tab', 'f4', 'enter', 'delete'])
const alone = new Set([
  ...['f1', 'f3', 'f5', 'f6', 'f7', 'f10', 'f11', 'f12'],
  ...['browserback', 'browserforward', 'browserrefresh', 'browserhome', 'browsersearch', 'contextmenu'],
  ...['printscreen', 'launchmail', 'launchapplication1', 'launchapplication2'],
])
const withAlt = new Set(['f4', 'arrowleft', 'arrowright', 'home', 'enter', ' ', 'd', 'f', 'e'])

/**
 * Whether a key is kept from the page and the browser in a kiosk. What people need to read and operate a screen
 * with a keyboard (Tab, arrows, Enter, Escape, letters, copying aside) passes.
 */
export function isBlockedKey(press: KeyPress): boolean {
  const key = press.key.toLowerCase()
  if (alone.has(key)) return true
  // Both at once is AltGr, which types characters, or a shortcut of our own.
  if (press.control && press.alt) return false
  if ((press.control || press.meta) && withControl.has(key)) return true
  return press.alt && withAlt.has(key)
}
