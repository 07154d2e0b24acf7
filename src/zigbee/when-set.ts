/**
 * Calls `use` with what is put into a property, once. So we get at what others make and start in one go, between the
 * two.
 */
export function whenSet(owner: object, property: string, use: (value: object) => void): void {
  Object.defineProperty(owner, property, {
    configurable: true,
    enumerable: true,
    get: () => undefined,
    set: (value: object) => {
      Object.defineProperty(owner, property, {
        configurable: true,
        enumerable: true,
        writable: true,
        value,
      })
      use(value)
    },
  })
}
