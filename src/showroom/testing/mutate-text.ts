/** One to four random edits of a text: bytes deleted, doubled, swapped or replaced, lines moved, the end cut off. */
export function mutateText(text: string, random: () => number): string {
  let result = text
  const edits = 1 + Math.floor(random() * 4)
  for (let edit = 0; edit < edits; edit++) {
    const at = Math.floor(random() * result.length)
    const length = 1 + Math.floor(random() * 12)
    const strange = strangers[Math.floor(random() * strangers.length)] ?? ''
    const kind = Math.floor(random() * 5)
    if (kind === 0) result = result.slice(0, at) + result.slice(at + length)
    else if (kind === 1) result = result.slice(0, at) + strange + result.slice(at)
    else if (kind === 2) result = result.slice(0, at + length) + result.slice(at)
    else if (kind === 3) result = result.slice(0, at)
    else result = result.slice(0, at) + strange + result.slice(at + length)
  }
  return result
}

const strangers = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    ': ',
    '- ',
    '&a ',
    '*a',
    '|',
    '>',
    '!!js/function ',
    '<<: ',
    '%',
    '\t',
    '\n',
    '\0',
  ],
  ...[
    '9999999999999',
    '-1',
    '1e309',
    '.nan',
    '.inf',
    'null',
    'true',
    '~',
    '"',
    "'",
    '#',
    '\u202e',
    '😀',
    '\ud800',
  ],
]
