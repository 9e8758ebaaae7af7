import { sql } from 'kysely'
import type { AlertRule } from '../rules/rule.ts'
import type { Evaluator, Held, Moment } from './evaluator.ts'

/** Incidents of a station (null: of no station, or of a drawn area) in a rule's window, now and in the same window of earlier weeks. */
export interface BurstCount { rule_id: number, station_id: number | null, now: number, before: number[], longitude: number | null, latitude: number | null }

const weeks = 8

/**
 * More incidents within a window than the threshold **and** than in the same window of any of the last eight weeks.
 *
 * The eight earlier counts are a sample of what is usual for the station, weekday and hour. If nothing were unusual, the
 * ninth would exceed all of them once in nine times at most, whatever their distribution; the threshold keeps small
 * numbers out. Weeks before the first incident in the database don't count; with fewer than four the threshold decides alone.
 */
export const burst: Evaluator<BurstCount[]> = {
  read: async (moment, rules) => (await Promise.all(rules.map(rule => countWindows(moment, rule)))).flat(),
  hold: (rule, counts, { under }) => counts.flatMap((each): Held[] => {
    if (each.rule_id !== rule.id || each.now < rule.threshold!) return []
    if (rule.division_id !== null && !(each.station_id !== null && under.get(rule.division_id)?.has(each.station_id))) return []
    const expected = expectedOf(each.before)
    if (expected && each.now <= expected.high) return []
    return [{
      subject: rule.area ? 'area' : `station/${each.station_id ?? 0}`, level: 'alert', station_id: each.station_id, incident_id: null, unit_id: null,
      longitude: each.longitude, latitude: each.latitude, data: { count: each.now, minutes: rule.window_minutes, expected: expected?.median ?? null, low: expected?.low ?? null, high: expected?.high ?? null, weeks: expected?.weeks ?? each.before.length },
    }]
  }),
}

/** Median and range of earlier weeks; null with fewer than four of them. */
export function expectedOf(before: readonly number[]): { median: number, low: number, high: number, weeks: number } | null {
  if (before.length < 4) return null
  const sorted = [...before].sort((a, b) => a - b), middle = sorted.length >> 1
  const median = sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  return { median, low: sorted[0]!, high: sorted.at(-1)!, weeks: sorted.length }
}

async function countWindows({ db, now, timeZone }: Moment, rule: AlertRule): Promise<BurstCount[]> {
  const inArea = rule.area ? sql`ST_Contains((SELECT area FROM alert_rule WHERE id = ${rule.id}), i.geom)` : sql`true`
  const ofType = rule.type_prefixes.length ? sql`i.code ~ ${`^(${rule.type_prefixes.join('|')})`}` : sql`true`
  const { rows } = await sql<BurstCount & { before: number[] }>`
    WITH span AS MATERIALIZED (
      SELECT week, to_at - make_interval(mins => ${rule.window_minutes}) AS from_at, to_at
      FROM (SELECT week, ((${now}::timestamptz AT TIME ZONE ${timeZone}) - week * interval '7 days') AT TIME ZONE ${timeZone} AS to_at FROM generate_series(0, ${weeks}::integer) week) w),
    counted AS (
      SELECT ${rule.area ? sql`NULL::integer` : sql`i.station_id`} AS station_id, s.week, count(*)::integer AS n, avg(ST_X(i.geom)) AS longitude, avg(ST_Y(i.geom)) AS latitude
      FROM span s JOIN incident i ON i.received_at > s.from_at AND i.received_at <= s.to_at AND i.merged_into_id IS NULL AND ${ofType} AND ${inArea}
      GROUP BY 1, 2),
    history AS (SELECT week FROM span WHERE week > 0 AND from_at >= (SELECT min(received_at) FROM incident))
    SELECT ${rule.id}::integer AS rule_id, c.station_id, c.n AS now, c.longitude, c.latitude,
      array(SELECT coalesce(b.n, 0) FROM history h LEFT JOIN counted b ON b.week = h.week AND b.station_id IS NOT DISTINCT FROM c.station_id ORDER BY h.week) AS before
    FROM counted c WHERE c.week = 0 AND c.n >= ${rule.threshold}`.execute(db)
  return rows
}
