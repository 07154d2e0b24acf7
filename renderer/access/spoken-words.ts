/** How states are said in the language chosen. */
export interface StateWords {
  readonly on: string
  readonly off: string
}

const controls =
  'button, a[href], input, select, [role="button"], [role="slider"], [role="switch"], [tabindex]'

/** The control that an event is about. */
export function controlOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(controls) : null
}

/** What a control is and how it stands, as one would say it: "Floor lamp, on, 62%". */
export function spokenWords(control: Element, { on, off }: StateWords): string {
  const state = control.getAttribute('aria-pressed') ?? control.getAttribute('aria-checked')
  const parts = [
    nameOf(control),
    state === 'true' ? on : state === 'false' ? off : '',
    control.getAttribute('aria-valuetext') ?? '',
    wordsOf(control.getAttribute('aria-describedby')),
  ]
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))].join(', ')
}

function nameOf(control: Element): string {
  const labelled = wordsOf(control.getAttribute('aria-labelledby'))
  if (labelled !== '') return labelled
  const label = control.getAttribute('aria-label')
  if (label !== null) return label
  if (control instanceof HTMLInputElement && control.labels?.[0] !== undefined) {
    return textOf(control.labels[0])
  }
  return textOf(control)
}

function wordsOf(ids: string | null): string {
  if (ids === null) return ''
  return ids
    .split(/\s+/)
    .map((id) => {
      const named = document.getElementById(id)
      return named === null ? '' : textOf(named, true)
    })
    .join(' ')
}

/** The words in an element that are meant for ears; those that describe another are, even when hidden themselves. */
export function textOf(element: Element, itself = false): string {
  if (!itself && element.getAttribute('aria-hidden') === 'true') return ''
  return [...element.childNodes]
    .map((node) => {
      if (node instanceof Text) return node.data
      return node instanceof Element ? ` ${textOf(node)} ` : ''
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}
