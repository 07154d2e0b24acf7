// Imported before any library: those that use `debug` would write of every byte on the dongle's line, and so of touches.
delete process.env.DEBUG
