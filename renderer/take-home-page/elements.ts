type Child = Node | string | null

/** An element with its class and what is in it. Texts become text, whatever stands in them. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  made.append(...children.filter((child) => child !== null))
  return made
}
