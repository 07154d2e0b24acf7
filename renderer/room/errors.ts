/** The screen cannot draw in three dimensions at all; it should offer the lamps as a list. */
export class NoWebGlError extends Error {
  readonly code = 'NO_WEBGL'

  constructor(cause?: unknown) {
    super('This machine or its browser offers no WebGL 2.', { cause })
    this.name = 'NoWebGlError'
  }
}

/** The baked room is missing or not what this screen understands; `npm run build` makes it anew. */
export class RoomFileError extends Error {
  readonly code = 'ROOM_FILE'

  constructor(url: string, reason: string, cause?: unknown) {
    super(`The room at ${url} cannot be shown: ${reason}.`, { cause })
    this.name = 'RoomFileError'
  }
}
