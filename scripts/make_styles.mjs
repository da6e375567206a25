// Asks Tailwind's design system for every utility and variant and writes what it says as data.
// Run by scripts/make_styles. Usage: node make_styles.mjs TARGET_FOLDER
//
// A utility is probed with sample values ("w-7137", "w-[7137px]", "bg-red-500/3701"); the samples in
// the resulting CSS become placeholders, so that the server can fill in any value without a compiler:
//   {v} the value   {m} the modifier   {p} the modifier, a number, as a percentage
//   {s:--x, A|B:s} the value, a list of shadows, each colour C of which becomes var(--x, ACB)
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { __unstable__loadDesignSystem as loadDesignSystem, compile } from 'tailwindcss'
import { COMPOUND, EXACT_MODIFIERS, INNER, MODIFIERS, VALUES, VARIANTS } from './make_styles_samples.mjs'

const home = dirname(createRequire(import.meta.url).resolve('tailwindcss/package.json'))
const read = (name) => readFileSync(join(home, name), 'utf8')
const loadStylesheet = async (id) => ({ path: id, base: '/', content: read(id) })
const design = await loadDesignSystem(read('theme.css') + '@tailwind utilities;', { base: '/' })

// What a sample is in the CSS.
const decode = (sample) =>
  sample.replace(/^\[(?:[a-z-]+:(?=zz))?(.*)\]$/, '$1').replaceAll('_', ' ')
    .replace('7137px+1px', '7137px + 1px')

// ---- one candidate -> what it declares -----------------------------------------------------
function body(nodes, properties) {
  const out = []
  for (const node of nodes) {
    if (node.kind === 'declaration') {
      if (node.property !== '--tw-sort' && node.value != null) out.push(`${node.property}:${node.value}`)
    } else if (node.kind === 'rule') out.push([node.selector, body(node.nodes, properties)])
    else if (node.kind === 'at-rule' && node.name === '@property') registerProperty(node, properties)
    else if (node.kind === 'at-rule') out.push([`${node.name} ${node.params}`, body(node.nodes, properties)])
    else if (node.kind === 'at-root' || node.kind === 'context') out.push(...body(node.nodes, properties))
  }
  return out
}

const registered = {}
function registerProperty(node, properties) {
  registered[node.params] = node.nodes.map((d) => `${d.property}:${d.value}`).join(';')
  if (!properties.includes(node.params)) properties.push(node.params)
}

/** What a class declares, read as a utility of that root, or null: {sort, properties, nodes}. */
function declared(name, root, kind) {
  for (const candidate of design.parseCandidate(name)) {
    if (candidate.root !== root || candidate.kind !== kind) continue
    const [found] = design.compileAstNodes(candidate, 0)
    if (!found) continue
    const properties = []
    const nodes = body(found.node.nodes, properties)
    return { sort: found.propertySort, properties, nodes }
  }
  return null
}

const escapeRegExp = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const mapText = (nodes, change) =>
  nodes.map((n) => (typeof n === 'string' ? change(n) : [n[0], mapText(n[1], change)]))

// The colour of a sample shadow in its variable, perhaps inside of one function more.
const SHADOW =
  /((?:zz )?1px 2px 7137px) var\((--[\w-]+), (?:#71377c|([^#()]*\([^#()]*)#71377c([^()]*\)))\)/g
function abstractValue(nodes, sample) {
  const value = decode(sample)
  const colored = (_, shadow, name, before = '', after = '') => `{s:${name}, ${before}|${after}:s}`
  return mapText(nodes, (text) => text.replace(SHADOW, colored).replaceAll(value, '{v}'))
}
function abstractName(nodes, name) {
  const pattern = new RegExp(`(--[a-z][a-z-]*-)${escapeRegExp(name)}(?![\\w.%-]|-[^-])`, 'g')
  return name ? mapText(nodes, (text) => text.replace(pattern, '$1{v}')) : nodes
}
function abstractModifier(nodes, sample) {
  const value = decode(sample)
  return mapText(nodes, (text) => text.replace(/37\.01\d*%/g, '{p}').replaceAll(value, '{m}'))
}

/** A class and all its modifiers, with placeholders. */
function family(root, value, abstract) {
  const name = value === '' ? root : `${root}-${value}`
  const modifiers = {}
  for (const [kind, sample] of Object.entries(MODIFIERS)) {
    const found = declared(`${name}/${sample}`, root, 'functional')
    if (found) modifiers[kind] = { ...found, nodes: abstract(abstractModifier(found.nodes, sample)) }
  }
  for (const exact of EXACT_MODIFIERS) {
    if (Object.keys(modifiers).length === 0 && /\d/.test(exact)) continue
    const found = declared(`${name}/${exact}`, root, 'functional')
    if (!found) continue
    const own = { ...found, nodes: abstract(found.nodes) }
    if (exact !== '100' || !same(fill(modifiers.int, exact, '{m}'), own)) modifiers[`=${exact}`] = own
  }
  const found = declared(name, root, 'functional')
  const plain = found && { ...found, nodes: abstract(found.nodes) }
  return plain === null && Object.keys(modifiers).length === 0 ? null : { plain, modifiers }
}
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)
const fill = (family, value, mark = '{v}') =>
  JSON.parse(JSON.stringify(family ?? null).replaceAll(mark, value))

// ---- every utility -------------------------------------------------------------------------
const roots = [...new Set(design.utilities.keys('functional'))]
const statics = [...new Set(design.utilities.keys('static'))]
const suggested = new Map(roots.map((root) => [root, new Set([''])]))
const isRoot = new Set(roots)
for (const [name] of design.getClassList()) {
  for (let i = name.lastIndexOf('-'); i > 0; i = name.lastIndexOf('-', i - 1)) {
    if (isRoot.has(name.slice(0, i))) suggested.get(name.slice(0, i)).add(name.slice(i + 1))
  }
}
const themeNames = new Set(['0'])
for (const [key] of design.theme.entries()) {
  const words = key.slice(2).split('--')[0].split('-')
  for (let i = 1; i < words.length; i++) themeNames.add(words.slice(i).join('-'))
}

function kindsOf(root) {
  const kinds = {}
  for (const [kind, sample] of Object.entries(VALUES)) {
    const found = family(root, sample, (nodes) => abstractValue(nodes, sample))
    if (found) kinds[kind] = found
  }
  return kinds
}
function kindOfName(name) {
  if (/^(0|[1-9]\d*)$/.test(name)) return 'int'
  if (/^(0|[1-9]\d*)\.(25|5|75)$/.test(name)) return 'quarter'
  if (/^(0|[1-9]\d*)%$/.test(name)) return 'percent'
  return null
}
function namesOf(root, kinds) {
  const groups = new Map()
  for (const name of new Set([...suggested.get(root), ...themeNames])) {
    if (name.includes('/')) continue
    const known = kinds[kindOfName(name)]
    const found = family(root, name, (nodes) => abstractName(nodes, name))
    if (known && found && same(fill(known, name), fill(found, name))) continue
    if (!found && !known) continue
    const key = JSON.stringify(found)
    if (!groups.has(key)) groups.set(key, { found, names: [] })
    groups.get(key).names.push(name)
  }
  return [...groups.values()]
}

// ---- tables, without repetition ------------------------------------------------------------
const sorts = new Map()
const propertiesOf = (nodes) =>
  nodes.flatMap((n) => (typeof n === 'string' ? n.slice(0, n.indexOf(':')) : propertiesOf(n[1])))
function sortKey(sort, nodes) {
  // What does not set the same properties is no rival: a place of its own.
  const properties = [...new Set(propertiesOf(nodes))].sort().join(' ')
  const key = JSON.stringify([sort.order, sort.count, properties])
  if (!sorts.has(key)) sorts.set(key, sort)
  return key
}
function compareSorts(a, b) {
  let i = 0
  while (i < a.order.length && i < b.order.length && a.order[i] === b.order[i]) i += 1
  const [x, y] = [a.order[i] ?? Infinity, b.order[i] ?? Infinity]
  return x === y ? b.count - a.count : x - y
}
class Table {
  rows = []
  places = new Map()
  add(row) {
    const key = JSON.stringify(row)
    if (!this.places.has(key)) this.places.set(key, this.rows.push(row) - 1)
    return this.places.get(key)
  }
}
const [templates, texts, lists, names, families] = Array.from({ length: 5 }, () => new Table())
const shared = (nodes) => nodes.map((n) => (typeof n === 'string' ? texts.add(n) : [n[0], shared(n[1])]))
const template = ({ sort, properties, nodes }) =>
  templates.add([sortKey(sort, nodes), lists.add(properties.join(' ')), shared(nodes)])
// A family is [template or -1, {modifier: template}].
function entry(family) {
  if (!family) return -1
  const plain = family.plain ? template(family.plain) : -1
  const modifiers = Object.entries(family.modifiers).map(([kind, found]) => [kind, template(found)])
  return families.add([plain, Object.fromEntries(modifiers)])
}
/** kind -> family; an arbitrary value or hint that is not listed counts as "[other]" or "[other:]". */
function kindTable(kinds) {
  const table = {}
  for (const kind of Object.keys(VALUES)) {
    const other = kind.startsWith('[') ? (kind.endsWith(':]') ? '[other:]' : '[other]') : kind
    const [own, usual] = [entry(kinds[kind]), kind === other ? -1 : entry(kinds[other])]
    if (own !== usual) table[kind] = own
  }
  return table
}
const compareNames = (a, b) => a.localeCompare(b, 'en', { numeric: true })

const utilities = {}
for (const root of roots) {
  const kinds = kindsOf(root)
  const groups = namesOf(root, kinds)
  utilities[root] = [
    kindTable(kinds),
    groups.map((group) => [names.add(group.names.sort(compareNames).join(' ')), entry(group.found)]),
  ]
}
const fixed = {}
for (const name of statics) {
  const found = declared(name, name, 'static')
  if (found) fixed[name] = template(found)
}

// Where an arbitrary property ("[mask-type:luminance]") stands in the cascade.
const propertyNames = new Set()
const collect = (nodes) =>
  nodes.forEach((n) => (typeof n === 'string' ? propertyNames.add(n.slice(0, n.indexOf(':'))) : collect(n[1])))
collect(texts.rows)
const places = {}
for (const property of [...propertyNames].sort()) {
  const found = property.startsWith('--') ? null : declared(`[${property}:x]`, undefined, 'arbitrary')
  if (found) places[property] = sortKey(found.sort, found.nodes)
}
const unplaced = sortKey({ order: [], count: 1 }, [])
const ranked = [...sorts.entries()].sort(([, a], [, b]) => compareSorts(a, b)).map(([key]) => key)
const rank = new Map(ranked.map((key, i) => [key, i]))
for (const row of templates.rows) row[0] = rank.get(row[0])
for (const property in places) places[property] = rank.get(places[property])
places[''] = rank.get(unplaced)

// What the names of all utilities of one place begin with; the alphabet decides on the rest.
const prefixes = ranked.map(() => null)
function startsWith(number, name) {
  if (number < 0) return
  const [place] = templates.rows[number]
  const own = name.replace(/^-/, '')
  const known = prefixes[place] ?? own
  let same = 0
  while (same < known.length && known[same] === own[same]) same += 1
  prefixes[place] = known.slice(0, same)
}
function familyStartsWith(number, name) {
  if (number < 0) return
  const [plain, modifiers] = families.rows[number]
  for (const each of [plain, ...Object.values(modifiers)]) startsWith(each, name)
}
for (const name in fixed) startsWith(fixed[name], name)
for (const [root, [kinds, groups]] of Object.entries(utilities)) {
  for (const family of Object.values(kinds)) familyStartsWith(family, `${root}-`)
  for (const [i, family] of groups) {
    for (const name of names.rows[i].split(' ')) familyStartsWith(family, name ? `${root}-${name}` : root)
  }
}

// ---- variants ------------------------------------------------------------------------------
// A variant is branches of steps (a selector with "&", or an at-rule) and declarations it adds.
function branchesOf(nodes, path, out) {
  const own = nodes.filter((n) => typeof n === 'string' && !n.startsWith('display:'))
  for (const node of nodes) {
    if (node === 'display:flex') out.push([path, own])
    else if (typeof node !== 'string') branchesOf(node[1], [...path, node[0].trim()], out)
  }
  return out
}
const samples = new Set(VARIANTS)
const variants = {}
for (const { name, values: inner, isArbitrary } of design.getVariants()) {
  if (!isArbitrary) samples.add(name)
  else for (const value of inner) samples.add(name === '@' ? `@${value}` : `${name}-${value}`)
}
for (const root of COMPOUND) for (const inner of INNER) samples.add(`${root}-${inner}`)
const parsed = [...samples].map((name) => [name, design.parseVariant(name)]).filter(([, v]) => v)
parsed.sort(([, a], [, b]) => design.variants.compare(a, b))
let place = 0
parsed.forEach(([name, variant], i) => {
  // Breakpoints of one width are equal. Between two widths is a place for all widths between them.
  const isWidth = /^(@|(min|max)-|sm$|md$|lg$|2?xl$)/.test(name)
  const before = parsed[i - 1]
  if (!isWidth || !before || design.variants.compare(before[1], variant) !== 0) place += isWidth ? 2 : 1
  variants[name] = [place]
  if (variant.kind !== 'static') return
  const properties = []
  const [found] = design.compileAstNodes(design.parseCandidate(`${name}:flex`)[0], 0)
  const branches = branchesOf(body(found.node.nodes, properties), [], [])
  variants[name] = [place, branches.map(([path]) => path), branches[0][1], properties.join(' ')]
})

// ---- theme, keyframes, preflight -----------------------------------------------------------
const minify = (css) =>
  css.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1').replaceAll(': ', ':').replaceAll(';}', '}').trim()
const everything = await compile(
  '@layer theme, base; @import "theme.css" layer(theme) theme(static); @import "preflight.css" layer(base);',
  { base: '/', loadStylesheet },
)
const css = everything.build([])
const block = (opening) => {
  const start = css.indexOf(opening) + opening.length
  let [depth, end] = [1, start]
  for (; depth > 0; end++) depth += css[end] === '{' ? 1 : css[end] === '}' ? -1 : 0
  return css.slice(start, end - 1)
}
const theme = {}
for (const [, key, value] of block(':root, :host {').matchAll(/(--[\w-]+):([^;]+);/g)) {
  theme[key] = value.trim().replace(/\s+/g, ' ')
}
const keyframes = {}
for (const [, name] of css.matchAll(/@keyframes (\w+)/g)) keyframes[name] = minify(block(`@keyframes ${name} {`))

// ---- write ---------------------------------------------------------------------------------
const { version } = JSON.parse(read('package.json'))
const target = process.argv[2]
const table = (object) => '{\n' + Object.entries(object).map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join(',\n') + '\n}'
const rows = (array) => '[\n' + array.map((row) => JSON.stringify(row)).join(',\n') + '\n]'
const data = {
  texts: rows(texts.rows), templates: rows(templates.rows), lists: rows(lists.rows),
  names: rows(names.rows), families: rows(families.rows),
  fixed: table(fixed), utilities: table(utilities), places: JSON.stringify(places),
  prefixes: JSON.stringify(prefixes.map((prefix) => prefix ?? '')),
  registered: table(registered), variants: table(variants), theme: table(theme), keyframes: table(keyframes),
}
const parts = Object.entries(data).map(([key, text]) => `${JSON.stringify(key)}:${text}`)
writeFileSync(join(target, 'data.json'), `{"version":${JSON.stringify(version)},\n${parts.join(',\n')}}\n`)
writeFileSync(join(target, 'preflight.css'), minify(block('@layer base {')) + '\n')
copyFileSync(join(home, 'LICENSE'), join(target, 'LICENSE'))
writeFileSync(join(target, 'VERSION'), `tailwindcss ${version}\n`)
console.log(`${templates.rows.length} templates, ${ranked.length} places, ${place} variant places`)
