/** "12 GB", "480 MB", in a language's own words. */
export function byteWords(bytes: number, language: string): string {
  const [value, unit] =
    bytes < 1e6
      ? [Math.max(1, bytes / 1e3), 'kilobyte']
      : bytes < 1e9
        ? [bytes / 1e6, 'megabyte']
        : [bytes / 1e9, 'gigabyte']
  const maximumFractionDigits = value < 10 && unit !== 'kilobyte' ? 1 : 0
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits }).format(value)
}
