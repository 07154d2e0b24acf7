const firstMs = 100
const longestMs = 2000

/** How long to wait before attempt number `failures` + 1, when `failures` attempts in a row have failed. */
export function backOffMs(failures: number): number {
  return Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1))
}
