import type { ClientBase } from 'pg'
import type { Plan } from './plan.ts'

export interface Merged {
  inserted: number
  updated: number
  unchanged: number
  /** Of the rows: how many have no coordinates. */
  unmapped: number
}

/** The statements that bring staged rows into the table, and what they would do. */
export interface Merge {
  counts: Merged
  /** Run them. Everything is in the caller's transaction. */
  apply(): Promise<void>
  /** The first rows as they would be stored. */
  preview(limit: number): Promise<Record<string, unknown>[]>
}

/**
 * Compare the staged rows with those that came from the same origin before. A row is changed when a property that the
 * file gives, its geometry, or the station it lies in differs; properties that the file doesn't give stay as they are.
 */
export async function prepareMerge(client: ClientBase, plan: Plan, origin: string, zoneName: string): Promise<Merge> {
  const { target, fields } = plan
  const { rules } = target
  const name = (text: string) => client.escapeIdentifier(text)
  const fill = (sql: string) => sql.replace(/\$(origin|zone)\b/g, (_, what) => client.escapeLiteral(what === 'origin' ? origin : zoneName))
  await client.query('ANALYZE staged')
  const jurisdiction = await locate(client, plan)
  const stagedNames = new Set(fields.map(field => field.column.name))
  const extra = new Set([...(rules.extra ?? []), ...(rules.lookups ?? []).map(lookup => lookup.from)])

  const compared: [column: string, sql: string][] = [['geom', 's.geom']]
  const told = new Set((rules.lookups ?? []).filter(lookup => stagedNames.has(lookup.from)).map(({ column }) => column))
  for (const column of jurisdiction) compared.push([column, told.has(column) ? `coalesce(l.${column}, s.${name(column)}::integer)` : `l.${column}`])
  for (const { column } of fields) {
    if (extra.has(column.name)) continue
    compared.push([column.name, column.fallback ? `coalesce(s.${name(column.name)}, ${column.fallback})` : `s.${name(column.name)}`])
  }
  for (const lookup of rules.lookups ?? []) if (stagedNames.has(lookup.from) && !(jurisdiction as readonly string[]).includes(lookup.column)) compared.push([lookup.column, `s.${name(lookup.column)}`])
  const followed: [string, string][] = [['cell', 's.cell'], ...Object.entries(rules.computed ?? {}).map(([column, sql]): [string, string] => [column, fill(sql)])]
  const onlyNew = Object.entries(rules.otherwise ?? {}).filter(([column]) => !stagedNames.has(column))

  const from = `staged s${jurisdiction.length ? ' LEFT JOIN located l ON l.row = s.row' : ''}`
  const differs = Object.entries(rules.differs ?? {}).filter(([column]) => stagedNames.has(column)).map(([, sql]) => ` OR ${sql}`).join('')
  const { rowCount: before } = await client.query(`SELECT FROM ${name(target.table)} WHERE origin = ${client.escapeLiteral(origin)} LIMIT 1`)
  await client.query(`CREATE TEMPORARY TABLE matched ON COMMIT DROP AS
    SELECT s.row, t.id, ROW(${compared.map(([column]) => `t.${name(column)}`).join(', ')}) IS DISTINCT FROM ROW(${compared.map(([, sql]) => sql).join(', ')})${differs} AS changed
    FROM ${from} JOIN ${name(target.table)} t ON t.origin = ${client.escapeLiteral(origin)} AND t.origin_key = s.origin_key${before ? '' : ' LIMIT 0'}`)
  await client.query('ANALYZE matched')
  const { rows: [counted] } = await client.query<{ staged: number, unmapped: number, matched: number, changed: number }>(
    'SELECT (SELECT count(*) FROM staged) AS staged, (SELECT count(*) FROM staged WHERE geom IS NULL) AS unmapped, count(*) AS matched, count(*) FILTER (WHERE changed) AS changed FROM matched')
  const { staged, unmapped, matched, changed } = counted!
  const counts = { inserted: staged - matched, updated: changed, unchanged: matched - changed, unmapped }

  const columns = [...compared, ...followed, ...onlyNew]
  const select = (list: [string, string][]) => list.map(([column, sql]) => `${sql} AS ${name(column)}`).join(', ')
  const isNew = counts.inserted < staged ? 'WHERE NOT EXISTS (SELECT FROM matched m WHERE m.row = s.row)' : ''
  return {
    counts,
    async apply() {
      if (counts.inserted + counts.updated === 0) return
      if (rules.before) await client.query(fill(rules.before))
      if (counts.updated) await client.query(
        `UPDATE ${name(target.table)} t SET ${[...compared, ...followed].map(([column]) => `${name(column)} = n.${name(column)}`).join(', ')}, updated_at = now()
         FROM (SELECT s.row AS staged_row, m.id AS matched_id, ${select([...compared, ...followed])} FROM matched m JOIN staged s ON s.row = m.row ${jurisdiction.length ? 'LEFT JOIN located l ON l.row = s.row' : ''} WHERE m.changed) n
         WHERE t.id = n.matched_id`)
      // In the order of place, so that neighbours share pages of the table and of its spatial index.
      if (counts.inserted) await client.query(
        `INSERT INTO ${name(target.table)} (origin, origin_key, ${columns.map(([column]) => name(column)).join(', ')})
         SELECT ${client.escapeLiteral(origin)}, s.origin_key, ${select(columns)} FROM ${from} ${isNew} ORDER BY s.cell`)
      for (const statement of rules.after ?? []) await client.query(fill(statement))
    },
    async preview(limit) {
      const shown = columns.filter(([column]) => column !== 'geom' && column !== 'cell' && column !== 'path')
      const { rows } = await client.query(`SELECT s.line, s.origin_key AS key, ${select(shown)}, ST_AsText(s.geom, 6) AS geometry, to_hex(s.cell) AS cell FROM ${from} ORDER BY s.row LIMIT ${limit}`)
      return rows
    },
  }
}

/** Which station and beat a row lies in; returns the columns that could be answered. */
async function locate(client: ClientBase, plan: Plan): Promise<readonly string[]> {
  const { rules, geometry } = plan.target
  if (rules.jurisdiction.length === 0) return []
  const point = geometry === 'POINT' ? 's.geom' : geometry === 'LINESTRING' ? 'ST_LineInterpolatePoint(s.geom, 0.5)' : 'ST_PointOnSurface(s.geom)'
  // By cell, so that consecutive points fall into the same division, whose prepared outline PostGIS then keeps.
  await client.query(`CREATE TEMPORARY TABLE located ON COMMIT DROP AS
    SELECT s.row, coalesce(min(d.id) FILTER (WHERE d.kind = 'station'), min(d.station_id)) AS station_id, min(d.id) FILTER (WHERE d.kind = 'beat') AS beat_id
    FROM (SELECT row, geom FROM staged WHERE geom IS NOT NULL AND EXISTS (SELECT FROM division WHERE kind IN ('station', 'beat')) ORDER BY cell) s
    JOIN division d ON d.kind IN ('station', 'beat') AND d.geom && ${point} AND ST_Covers(d.geom, ${point}) GROUP BY s.row`)
  await client.query('ANALYZE located')
  return rules.jurisdiction
}
