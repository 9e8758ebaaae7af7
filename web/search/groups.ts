/** One answer of the search. */
export interface Found {
  layer: string
  id: number
  label: string
  detail: string
  longitude: number | null
  latitude: number | null
  score: number
  matched: 'text' | 'pinyin' | 'initials' | 'number' | 'typo'
}

export interface Group { layer: string, items: { found: Found, index: number }[] }

/**
 * Answers by layer, the layer of the best answer first, each with its place in the list as the arrow keys walk it.
 *
 * @param results  best first
 */
export function groupByLayer(results: readonly Found[]): Group[] {
  const groups = new Map<string, Found[]>()
  for (const found of results) groups.set(found.layer, [...groups.get(found.layer) ?? [], found])
  let index = 0
  return [...groups].map(([layer, items]) => ({ layer, items: items.map(found => ({ found, index: index++ })) }))
}

/** Pieces of a label, those that the query names marked, so that the eye finds why it came. */
export function marked(label: string, query: string): { text: string, hit: boolean }[] {
  const wanted = query.trim().toLowerCase()
  const at = wanted ? label.toLowerCase().indexOf(wanted) : -1
  if (at < 0) return [{ text: label, hit: false }]
  return [
    { text: label.slice(0, at), hit: false },
    { text: label.slice(at, at + wanted.length), hit: true },
    { text: label.slice(at + wanted.length), hit: false },
  ].filter(piece => piece.text)
}

const most = 8

/** Recent answers, the newest first, each once. Kept in memory only: what was looked for is nobody else's business. */
export const remember = (recent: readonly Found[], found: Found): Found[] =>
  [found, ...recent.filter(one => one.layer !== found.layer || one.id !== found.id)].slice(0, most)

/** A query short enough to answer anything is not asked: one Chinese character, or one letter or digit. */
export const isTooShort = (query: string): boolean => [...query.trim()].length < 2
