/** Something that is on or off: what the on/off cluster turns. A lamp is one too. */
export interface Switchable {
  readonly on: boolean
  setOn(on: boolean): void
  onChange(listener: () => void): void
}

/** The relay of a plug. */
export class Relay implements Switchable {
  on = false
  private readonly listeners: (() => void)[] = []

  setOn(on: boolean): void {
    this.on = on
    for (const listener of this.listeners) listener()
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener)
  }
}
