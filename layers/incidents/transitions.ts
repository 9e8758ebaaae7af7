/** What happened to an incident, step by step. */
export interface Transition { status: string, at: string, actor: string | null }

/**
 * The transitions of an incident, oldest first, with the time each took since the one before.
 *
 * @param raw  the `timeline` property as stored: [{status, at, actor}]
 */
export function transitionsOf(raw: unknown): (Transition & { afterMilliseconds: number | null })[] {
  if (!Array.isArray(raw)) return []
  const known = raw.filter((one): one is { status: string, at: string, actor?: string | null } =>
    typeof one === 'object' && one !== null && typeof (one as Transition).status === 'string'
    && !Number.isNaN(Date.parse(String((one as Transition).at))))
  const sorted = known.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return sorted.map((one, i) => ({
    status: one.status, at: one.at, actor: one.actor ?? null,
    afterMilliseconds: i === 0 ? null : Date.parse(one.at) - Date.parse(sorted[i - 1]!.at),
  }))
}
