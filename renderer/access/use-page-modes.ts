import { onScopeDispose, watchEffect } from 'vue'
import type { PageSettings } from '../app/settings.ts'
import { directionOf, useWords } from '../locales/words.ts'
import { fingerRadiusPx } from '../shopper/screen-scale.ts'
import { useAccess } from './access-store.ts'

/**
 * Tells the page's styles what a shopper needs: language and direction, how large a finger is on this screen, and the
 * modes of `ui/modes.css` and `ui/reach.css`. All of it returns with the visit.
 */
export function usePageModes(settings: PageSettings): void {
  const { language, t } = useWords()
  const access = useAccess()
  const page = document.documentElement

  const motion = window.matchMedia('(prefers-reduced-motion: reduce)')
  const follow = () => {
    access.machineLikesStill = motion.matches
  }
  follow()
  motion.addEventListener('change', follow)

  const measure = () => {
    page.style.setProperty('--finger', `${2 * fingerRadiusPx(window.screen, settings.screenInches)}px`)
  }
  // Staff may say how large the screen is.
  watchEffect(measure)
  window.addEventListener('resize', measure)

  watchEffect(() => {
    page.lang = language.value
    page.dir = directionOf(language.value)
    document.title = t('title')
  })
  watchEffect(() => {
    page.toggleAttribute('data-larger', access.largerText)
    page.toggleAttribute('data-contrast', access.highContrast)
    page.toggleAttribute('data-still', access.still)
    page.toggleAttribute('data-reach', access.withinReach)
  })
  onScopeDispose(() => {
    motion.removeEventListener('change', follow)
    window.removeEventListener('resize', measure)
  })
}
