import { sep } from 'node:path'
import { expect, test } from 'vitest'
import { resolveAppUrl } from './app-scheme.ts'

const folders = {
  page: `${sep}kiosk${sep}page`,
  rooms: `${sep}kiosk${sep}rooms`,
  playlistRooms: `${sep}kiosk${sep}brought`,
}
const bake = 'a1'.repeat(32)

function pathOf(address: string): string | undefined {
  return resolveAppUrl(address, folders)?.path.split(sep).join('/')
}

test('the page and what it loads are found', () => {
  expect(pathOf('app://kiosk/')).toBe('/kiosk/page/index.html')
  expect(pathOf('app://kiosk/index.html?lang=sv#top')).toBe('/kiosk/page/index.html')
  expect(pathOf('app://kiosk/assets/index-1.js')).toBe('/kiosk/page/assets/index-1.js')
  expect(pathOf('app://kiosk/rooms/living-room/room.json')).toBe('/kiosk/rooms/living-room/room.json')
})

test('a room that a playlist brought along is found by what is in it', () => {
  expect(pathOf(`app://kiosk/rooms/@${bake}/light.bin`)).toBe(`/kiosk/brought/${bake}/light.bin`)
  expect(pathOf('app://kiosk/rooms/@short/light.bin')).toBe('/kiosk/rooms/@short/light.bin')
  expect(pathOf(`app://kiosk/rooms/@${bake}/..%2f..%2fsecret.json`)).toBeUndefined()
})

test('each file has its type', () => {
  expect(resolveAppUrl('app://kiosk/a.woff2', folders)?.type).toBe('font/woff2')
  expect(resolveAppUrl('app://kiosk/a.js', folders)?.type).toMatch(/^text\/javascript/)
})

test.each([
  'app://kiosk/..%2f..%2fetc%2fpasswd.json',
  'app://kiosk/%2e%2e/%2e%2e/secret.json',
  'app://kiosk/rooms/..%2fpage%2findex.html',
  'app://kiosk/rooms/..%5c..%5csecret.json',
  'app://kiosk/..%5csecret.json',
  'app://kiosk/a%00.json',
  'app://kiosk/%E0%A4%A.json',
])('nothing outside the folders: %s', (address) => {
  const path = pathOf(address)
  if (path !== undefined) expect(path).toMatch(/^\/kiosk\/(page|rooms)\//)
  else expect(path).toBeUndefined()
})

test.each([
  'app://other/index.html',
  'http://kiosk/index.html',
  'file:///etc/passwd',
  'app://kiosk/key.pem',
  'app://kiosk/assets',
  'not an address',
])('not served: %s', (address) => {
  expect(resolveAppUrl(address, folders)).toBeNull()
})
