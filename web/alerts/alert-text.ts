import type { Alert } from '../state/live-events.ts'
import type { Texts } from '../i18n.ts'

/** The words that codes in alerts stand for. */
export interface AlertWords { type: (code: string) => string, status: (code: string) => string, station: (id: number | null) => string, english: boolean }

/**
 * What an alert says: a heading and what it is about, from its kind and figures. A kind that isn't known here is called as
 * its rule is.
 */
export function alertText({ kind, data, rule, station_id, subject }: Alert, { t, te }: Pick<Texts, 't' | 'te'>, words: AlertWords): { title: string, detail: string } {
  const ruleName = rule ? words.english ? rule.name_en : rule.name : kind
  if (!te(`kind.${kind}`)) return { title: ruleName, detail: subject }
  const english = (name: string) => (words.english && data[`${name}_en`]) || data[name]
  const values: Record<string, unknown> = {
    ...data, station: data.station ?? words.station(station_id), rule: english('rule'), department: english('department'),
    ...(typeof data.code === 'string' && { type: words.type(data.code) }),
    ...(typeof data.status === 'string' && { status: words.status(data.status) }),
    ...(typeof data.expected === 'number' && { expected: Math.round(data.expected * 10) / 10 }),
  }
  return { title: kind === 'incident' ? String(values.type ?? ruleName) : ruleName, detail: t(`kind.${kind}`, values) }
}
