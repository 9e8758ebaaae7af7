/** Kinds of local days. A make-up workday (调休) is a workday, a holiday on a Tuesday is a holiday. */
export const dayKinds = ['workday', 'weekend', 'holiday'] as const
export type DayKind = (typeof dayKinds)[number]

/** Which kinds of days are meant, and the days that aren't what their weekday says: `[days since 1970, kind]`. */
export interface WantedDays { kinds: readonly DayKind[], exceptions: readonly (readonly [day: number, kind: 'holiday' | 'workday'])[] }

export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** The kind that a day's weekday gives it; 1970-01-01 was a Thursday. */
const ordinary = (day: number): DayKind => ((day + 3) % 7 + 7) % 7 >= 5 ? 'weekend' : 'workday'

/** For each day of a span, 1 where it is meant. @param first,last  days since 1970, both included */
export function wantedDays({ kinds, exceptions }: WantedDays, first: number, last: number): Uint8Array {
  const wanted = Uint8Array.from({ length: last - first + 1 }, (_, i) => Number(kinds.includes(ordinary(first + i))))
  for (const [day, kind] of exceptions) if (day >= first && day <= last) wanted[day - first] = Number(kinds.includes(kind))
  return wanted
}
