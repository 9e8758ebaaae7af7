import type { Layer } from '../../layers/layer.ts'
import type { Properties } from './api.ts'
import { ageText, dueText, fullText, instantOf } from './age.ts'
import { isInstant, valueText, type Words } from './value.ts'

/** A record in two lines and an age. */
export interface Summary {
  title: string
  detail: string
  age: string | null
  /** The instant in full, for a pointer that rests on the age. */
  at: string | null
  /** Overdue by how long, in words; null while nothing is. */
  overdue: string | null
}

/**
 * What a list says of a record, from its layer's popup: a name first (a bare number tells nobody anything and goes to the
 * second line), choices and codes after it, the layer's time as its age. Properties that are missing are left out.
 */
export function summaryOf(layer: Layer, properties: Properties, words: Words): Summary {
  const names = layer.popup.filter(name => layer.properties[name] && !isInstant(layer.properties[name]) && properties[name] !== undefined)
  const [first = ''] = layer.popup
  // A tile may lack the title but have the thing's own short name.
  const named = properties[first] === undefined && properties.name !== undefined && layer.properties.name ? ['name', ...names.filter(name => name !== 'name')] : names
  const ordered = named[0] === 'number' ? [...named.slice(1), 'number'] : named
  const texts = ordered.map(name => valueText(name, layer.properties[name]!, properties[name], words)).filter(shown => !shown.missing).map(shown => shown.text)
  const at = layer.time ? properties[layer.time] : null
  const due = properties.due_at ? dueText(properties.due_at as string, words.clock) : null
  return {
    title: texts[0] ?? `#${String(properties.id ?? '')}`,
    detail: texts.slice(1).join(' · '),
    age: at ? ageText(at as string, words.clock) : null,
    at: at ? fullText(at as string, words.clock.timeZone) : null,
    overdue: due?.overdue ? due.text : null,
  }
}

/** How many of these lie within the last days. */
export function countSince(rows: readonly Properties[], property: string, days: number, now: Date): number {
  const since = now.getTime() - days * 86_400_000
  return rows.filter(row => row[property] && instantOf(row[property] as string).getTime() >= since).length
}
