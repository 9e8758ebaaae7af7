import { sql, type RawBuilder } from 'kysely'
import { isMidnight, localDay, type Window } from '../../layers/time.ts'
import type { Selection } from './filters.ts'
import type { Rollup } from './stored.ts'

/** A question that a rollup can answer: whole local days (`to` is the first day after), and code prefixes. */
export interface RolledQuestion { from?: string, to?: string, codes: readonly string[] }

/** What a selection asks of a rollup; undefined where only the rows themselves can answer. */
export function readRollup(rollup: Rollup, { window, filters }: Pick<Selection, 'window' | 'filters'>, timeZone: string): RolledQuestion | undefined {
  const days = wholeDays(window, timeZone)
  const codes = filters.get(rollup.filter) ?? []
  if (!days || [...filters.keys()].some(name => name !== rollup.filter) || codes.some(code => code.length > rollup.prefixLength)) return undefined
  return { ...days, codes }
}

function wholeDays({ from, to }: Window, timeZone: string): { from?: string, to?: string } | undefined {
  if ((from && !isMidnight(from, timeZone)) || (to && !isMidnight(to, timeZone))) return undefined
  return { ...(from && { from: localDay(from, timeZone) }), ...(to && { to: localDay(to, timeZone) }) }
}

/** Rows of `cell, n` at a stored resolution: the whole months in the question, and the days at its ends. Without what lies nowhere. */
export function rolledRows(rollup: Rollup, question: RolledQuestion, resolution: number): RawBuilder<unknown> {
  const { from, to } = question
  const firstMonth = from && (from.endsWith('-01') ? from : nextMonth(from))
  const lastMonth = to && `${to.slice(0, 7)}-01`
  if (firstMonth && lastMonth && firstMonth >= lastMonth) return mapped(dayRows(rollup, question, resolution))
  const months = sql`SELECT r.cell, r.n FROM ${sql.table(rollup.months)} r WHERE ${sql.join([
    sql`r.cell <> 0`, ...keys(rollup, question, resolution), ...(firstMonth ? [sql`r.month >= ${firstMonth}::date`] : []), ...(lastMonth ? [sql`r.month < ${lastMonth}::date`] : []),
  ], sql` AND `)}`
  const ends = [
    ...(from && firstMonth && from < firstMonth ? [dayRows(rollup, { ...question, from, to: firstMonth }, resolution)] : []),
    ...(to && lastMonth && lastMonth < to ? [dayRows(rollup, { ...question, from: lastMonth, to }, resolution)] : []),
  ]
  return sql.join([months, ...ends.map(mapped)], sql` UNION ALL `)
}

/** Rows that have no coordinates are counted by day, at cell 0. */
const mapped = (days: RawBuilder<unknown>): RawBuilder<unknown> => sql`SELECT e.cell, e.n FROM (${days}) e WHERE e.cell <> 0`

/** Rows of `day, cell, n` at a stored resolution; cell 0 stands for rows without coordinates. */
export function dayRows(rollup: Rollup, question: RolledQuestion, resolution: number): RawBuilder<unknown> {
  return sql`SELECT r.day, r.cell, r.n FROM ${sql.table(rollup.days)} r WHERE ${sql.join([
    ...keys(rollup, question, resolution), ...(question.from ? [sql`r.day >= ${question.from}::date`] : []), ...(question.to ? [sql`r.day < ${question.to}::date`] : []),
  ], sql` AND `)}`
}

function keys(rollup: Rollup, { codes }: RolledQuestion, resolution: number): RawBuilder<unknown>[] {
  const column = sql.ref(`r.${rollup.column}`)
  if (codes.length === 0) return [sql`r.resolution = ${resolution}`, sql`${column} = ''`]
  // The codes spelt out: with a prefix the index couldn't go on to the days.
  const spelt = sql`SELECT DISTINCT left(code, ${rollup.prefixLength}) FROM ${sql.table(rollup.dictionary)} WHERE ${sql.join(codes.map(code => sql`code LIKE ${`${code}%`}`), sql` OR `)}`
  return [sql`r.resolution = ${resolution}`, sql`${column} = ANY(ARRAY(${spelt}))`]
}

function nextMonth(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}
