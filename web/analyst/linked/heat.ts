/** A rectangle of a grid, both corners inside. */
export interface Spot { column: number, row: number }

/** Cells of the rectangle between two corners, in any direction. */
export function rectangle(a: Spot, b: Spot): Spot[] {
  const [left, right] = [Math.min(a.column, b.column), Math.max(a.column, b.column)], [top, bottom] = [Math.min(a.row, b.row), Math.max(a.row, b.row)]
  return Array.from({ length: bottom - top + 1 }, (_, y) => Array.from({ length: right - left + 1 }, (_, x) => ({ column: left + x, row: top + y }))).flat()
}

/** Which cell lies under a place, the nearest one for places outside. */
export function spotAt(x: number, y: number, width: number, height: number, columns: number, rows: number): Spot {
  const inside = (share: number, count: number) => Math.max(0, Math.min(count - 1, Math.floor(share * count)))
  return { column: inside(x / width, columns), row: inside(y / height, rows) }
}

/** Weekday of a day since 1970-01-01, a Thursday; Monday is 0. */
export const weekdayOf = (day: number): number => ((day + 3) % 7 + 7) % 7

/** A calendar with a column a week, from the Monday before the first day to the Sunday after the last. */
export interface Weeks { monday: number, columns: number }

export function weeksOf(firstDay: number, days: number): Weeks {
  const monday = firstDay - weekdayOf(firstDay)
  return { monday, columns: Math.ceil((firstDay + days - monday) / 7) }
}

export const dayAt = ({ monday }: Weeks, { column, row }: Spot): number => monday + 7 * column + row
export const spotOf = ({ monday }: Weeks, day: number): Spot => ({ column: Math.floor((day - monday) / 7), row: weekdayOf(day) })

/** `2026-08-03` of a day since 1970-01-01. */
export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** Columns at which months begin, with their `2026-08`. */
export function months({ monday, columns }: Weeks): { column: number, text: string }[] {
  const marks = Array.from({ length: columns }, (_, column) => ({ column, text: dateOf(monday + 7 * column + 6).slice(0, 7) }))
  return marks.filter(({ text }, i) => text !== marks[i - 1]?.text)
}

/**
 * The greatest groups and what remains.
 *
 * @param totals  that they are ranked by, so that bars keep their places while others are brushed
 * @returns groups with a total above zero, the greatest first; equal ones as they come
 */
export function ranked(totals: ArrayLike<number>): number[] {
  return Array.from(totals, (total, group) => ({ total, group })).filter(({ total }) => total > 0).sort((a, b) => b.total - a.total || a.group - b.group).map(({ group }) => group)
}

/** Sums of counts by the beginnings of codes: two figures a level. */
export function byPrefix(codes: readonly string[], counts: ArrayLike<number>, level: 1 | 2 | 3): Map<string, number> {
  const sums = new Map<string, number>()
  codes.forEach((code, i) => { const prefix = code.slice(0, 2 * level); sums.set(prefix, (sums.get(prefix) ?? 0) + counts[i]!) })
  return sums
}
