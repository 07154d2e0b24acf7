import { onScopeDispose, watch } from 'vue'

/** Until the last words to whoever leaves have been read, and the lamps are back. */
const afterMs = 5_000

/**
 * Loads the page anew when a visit to it is over. What a browser keeps of a page that goes on (elements that were
 * taken away, texts of styles, what libraries remember) nobody can clear by hand; with the document all of it goes.
 */
export function useFreshPage(nobodyIsHere: () => boolean): void {
  let wasUsed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const used = () => {
    wasUsed = true
  }
  const signs = ['pointerdown', 'keydown'] as const
  for (const sign of signs) window.addEventListener(sign, used, { capture: true, passive: true })
  onScopeDispose(() => {
    clearTimeout(timer)
    for (const sign of signs) window.removeEventListener(sign, used, { capture: true })
  })
  watch(nobodyIsHere, (nobody) => {
    clearTimeout(timer)
    if (nobody && wasUsed) timer = setTimeout(() => window.location.reload(), afterMs)
  })
}
