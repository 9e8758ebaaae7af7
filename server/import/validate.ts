import type { ClientBase } from 'pg'
import type { Plan } from './plan.ts'

/** A staged row that can't be stored, found by the database. */
export interface StagedFault { line: number, column: string, value: string, kind: string, reason: string }

/**
 * What only the whole file or the database can tell: references are looked up, crossed outlines
 * mended, and rows taken out that repeat a key, know no address, or break a rule of the table.
 *
 * @param onFault  called once for every row that is taken out
 */
export async function validateStaged(client: ClientBase, plan: Plan, origin: string, onFault: (fault: StagedFault) => void): Promise<void> {
  const { target, fields } = plan
  const name = (text: string) => client.escapeIdentifier(text)
  const isStaged = (column: string) => fields.some(field => field.column.name === column)
  const refuse = async (from: string, column: string, value: string, kind: string, reason: string) => {
    const { rows } = await client.query<{ line: number, value: string | null, reason: string }>(
      `WITH bad AS (SELECT s.row, s.line, (${value})::text AS value, ${reason} AS reason ${from}),
            gone AS (DELETE FROM staged USING bad WHERE staged.row = bad.row RETURNING 1)
       SELECT DISTINCT ON (line) line, value, reason FROM bad ORDER BY line`)
    for (const row of rows) onFault({ line: row.line, column, value: row.value ?? '', kind, reason: row.reason })
  }
  const literal = (text: string) => client.escapeLiteral(text)

  if (plan.key.length > 0) await refuse('FROM (SELECT *, first_value(line) OVER w AS first, row_number() OVER w AS nth FROM staged WINDOW w AS (PARTITION BY origin_key ORDER BY row)) s WHERE s.nth > 1',
    plan.key.join(' + '), 's.origin_key', 'duplicate key', `'was already on ${plan.source.lineIs} ' || s.first || '; the key must differ in every row'`)
  for (const lookup of target.rules.lookups ?? []) {
    if (!isStaged(lookup.from)) continue
    const among = lookup.among ? ` AND ${lookup.among}` : ''
    await client.query(`ALTER TABLE staged ADD COLUMN ${name(lookup.column)} bigint`)
    const point = lookup.givesPoint ? ', geom = coalesce(s.geom, a.geom), cell = coalesce(s.cell, a.cell)' : ''
    await client.query(`UPDATE staged s SET ${name(lookup.column)} = a.id${point} FROM ${name(lookup.table)} a WHERE a.${name(lookup.by)} = s.${name(lookup.from)}${among}`)
    await refuse(`FROM staged s WHERE s.${name(lookup.from)} IS NOT NULL AND s.${name(lookup.column)} IS NULL`, lookup.from, `s.${name(lookup.from)}`,
      'unknown reference', literal(`is the ${lookup.by} of no ${lookup.column.replace(/_id$/, '')}`))
  }
  if (!target.rules.withoutPoint) await refuse('FROM staged s WHERE s.geom IS NULL', 'geometry', 'NULL', 'no coordinate', literal('has neither a coordinate nor an address'))
  for (const [column, { sql, kind, reason }] of Object.entries(target.rules.refuses ?? {}))
    if (isStaged(column)) await refuse(`FROM staged s WHERE ${sql}`, column, `s.${name(column)}`, kind, literal(reason))
  if (target.geometry.endsWith('POLYGON')) {
    await client.query(`UPDATE staged SET geom = ${target.geometry === 'MULTIPOLYGON' ? 'ST_Multi(' : 'ST_CollectionHomogenize('}ST_CollectionExtract(ST_MakeValid(geom), 3)) WHERE NOT ST_IsValid(geom)`)
    await refuse(`FROM staged s WHERE ST_IsEmpty(s.geom) OR GeometryType(s.geom) <> ${literal(target.geometry)}`, 'geometry', 'GeometryType(s.geom)', 'crossed outline', literal('has an outline that crosses itself and falls apart when mended'))
  }
  if (target.geometry === 'LINESTRING')
    await refuse('FROM staged s WHERE ST_Length(s.geom) = 0', 'geometry', 'ST_AsText(s.geom)', 'no length', literal('is a line without length'))
  await refuseByChecks(client, plan, refuse)
  for (const column of target.unique) {
    if (!isStaged(column)) continue
    await refuse(`FROM staged s JOIN ${name(target.table)} t ON t.${name(column)} = s.${name(column)} WHERE (t.origin, t.origin_key) IS DISTINCT FROM (${literal(origin)}, s.origin_key)`,
      column, `s.${name(column)}`, 'already used', literal('is used by another row of the layer, which came from elsewhere'))
    await refuse(`FROM (SELECT *, row_number() OVER (PARTITION BY ${name(column)} ORDER BY row) AS nth FROM staged) s WHERE s.nth > 1 AND s.${name(column)} IS NOT NULL`,
      column, `s.${name(column)}`, 'already used', literal('stands twice in the file, and must not'))
  }
}

/** The table's own CHECK constraints, asked of the staged rows with the defaults that they would get. */
async function refuseByChecks(client: ClientBase, plan: Plan, refuse: (from: string, column: string, value: string, kind: string, reason: string) => Promise<void>): Promise<void> {
  const { target, fields } = plan
  const name = (text: string) => client.escapeIdentifier(text)
  const staged = new Map(fields.map(field => [field.column.name, field.column]))
  const asStored = target.all.map(({ name: column, type, fallback }) => {
    if (column === 'geom' || column === 'cell') return `x.${column}`
    const own = staged.get(column)
    const value = own ? (own.fallback ? `coalesce(s.${name(column)}, ${own.fallback})` : `s.${name(column)}`) : fallback && !fallback.includes('nextval') ? fallback : 'NULL'
    return `(${value})::${type} AS ${name(column)}`
  })
  const rowsAsStored = `FROM (SELECT x.row, x.line, ${asStored.join(', ')} FROM (SELECT * FROM staged) x, LATERAL (SELECT x.*) s) s`
  const relevant = target.checks
    .map(check => ({ ...check, named: fields.map(field => field.column.name).filter(column => new RegExp(`\\b${column}\\b`).test(check.sql)) }))
    .filter(check => check.named.length > 0)
  if (relevant.length === 0) return
  // One look at all of them together: hardly ever does a row break one.
  const { rowCount } = await client.query(`SELECT ${rowsAsStored} WHERE ${relevant.map(check => `NOT (${check.sql})`).join(' OR ')} LIMIT 1`)
  if (!rowCount) return
  for (const { sql, named } of relevant)
    await refuse(`${rowsAsStored} WHERE NOT (${sql})`, named.join(' + '), `concat_ws(', ', ${named.map(column => `s.${name(column)}`).join(', ')})`,
      'against a rule of the table', client.escapeLiteral(`must fulfil ${sql}`))
}
