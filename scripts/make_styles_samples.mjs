// The samples with which make_styles.mjs asks Tailwind. Without one that is like it, a value or a
// variant is not known to our server.

// The kinds of core/styles/value_kinds.py (in brackets) and utilities.py, each with a value that is of this kind only.
export const VALUES = {
  int: '7137', quarter: '7137.25', decimal: '71.37', percent: '7137%', 'quarter%': '71.25%',
  '[var]': '[var(--zz7137)]', '[math]': '[calc(7137px+1px)]', '[integer]': '[7137]',
  '[number]': '[71.37]', '[length]': '[7137px]', '[percentage]': '[7137%]',
  '[angle]': '[7137deg]', '[ratio]': '[7137/7139]', '[vector]': '[1_7137_1]',
  '[url]': '[url(zz7137.png)]', '[image]': '[linear-gradient(red_7137px,_blue)]',
  '[color]': '[#71377c]', '[line-width]': '[thick]', '[absolute-size]': '[xx-large]',
  '[medium]': '[medium]', '[relative-size]': '[larger]', '[generic-name]': '[ui-serif]',
  '[position]': '[center_7137px]', '[lengths]': '[7131px_7137px]', '[bg-size]': '[auto_7137px]',
  '[digits]': '[1px_2px_7137px_#71377c]', '[other]': '[zz_1px_2px_7137px_#71377c]',
}
const HINTS = [
  'color', 'length', 'percentage', 'ratio', 'number', 'integer', 'url', 'position', 'bg-size',
  'line-width', 'image', 'family-name', 'generic-name', 'absolute-size', 'relative-size', 'angle',
  'vector', 'size', 'shadow', 'weight', 'other',
]
for (const hint of HINTS) VALUES[`[${hint}:]`] = `[${hint}:zz7137]`
export const MODIFIERS = {
  int: '3701', quarter: '3701.25', '[number]': '[0.3701]', '[other]': '[zz3701]', name: 'zz3701',
}
export const EXACT_MODIFIERS = [
  '100', '[100%]', '[1]', 'none', 'tight', 'snug', 'normal', 'relaxed', 'loose',
  'oklab', 'oklch', 'srgb', 'hsl', 'longer', 'shorter', 'increasing', 'decreasing',
]

export const COMPOUND = ['not', 'group', 'peer', 'in', 'has']
export const INNER = ['[zz]', 'data-zz', 'data-[zz]', 'aria-zz', 'aria-[zz]', 'nth-3', 'nth-[zz]', 'supports-zz', 'supports-[zz]', 'min-[64rem]', 'max-[64rem]', '@[64rem]', '@max-[64rem]']
for (const root of COMPOUND) INNER.push(`${root}-hover`, `${root}-[zz]`)
const steps = (unit, by, to) => Array.from({ length: to / by }, (_, i) => `[${(i + 1) * by}${unit}]`)
const WIDTHS = [...steps('px', 64, 2048), ...steps('rem', 4, 128)]
export const VARIANTS = new Set(['[&_zz]', 'data-zz', 'data-[zz]', 'aria-zz', 'aria-[zz]', 'supports-zz', 'supports-[zz]'])
for (const root of ['nth', 'nth-last', 'nth-of-type', 'nth-last-of-type']) VARIANTS.add(`${root}-3`).add(`${root}-[zz]`)
for (const root of ['min', 'max']) for (const width of WIDTHS) VARIANTS.add(`${root}-${width}`)
for (const root of ['@', '@max-']) for (const width of WIDTHS) VARIANTS.add(`${root}${width}`)
