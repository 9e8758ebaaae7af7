import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ClientBase } from 'pg'
import type { Layer, Property } from '../../layers/layer.ts'
import { ImportRefused } from './refusal.ts'
import type { ImportRules } from './rules.ts'

export interface TargetColumn {
  name: string
  /** As PostgreSQL formats it: `text`, `smallint`, `timestamp with time zone`, … */
  type: string
  /** Must be given: it may not be null and nothing fills it. */
  required: boolean
  /** SQL of its default; null where it has none. */
  fallback: string | null
  /** Undefined for a column of the rules that the layer doesn't declare. */
  property?: Property
}

/** Where rows of a layer go: what its declaration, its table and its rules say together. */
export interface Target {
  layer: Layer
  rules: ImportRules
  table: string
  /** As the table's column asks: POINT, LINESTRING, POLYGON, MULTIPOLYGON. */
  geometry: string
  /** What a file may give, by name. */
  columns: Map<string, TargetColumn>
  /** CHECK constraints of the table as SQL over its columns. */
  checks: { name: string, sql: string }[]
  /** Every column of the table with its default, for the checks. */
  all: { name: string, type: string, fallback: string | null }[]
  /** Columns whose values may not stand twice in the table, keys of ours apart. */
  unique: string[]
}

const layersFolder = fileURLToPath(new URL('../../layers/', import.meta.url))
/** Filled by the database or by the import itself, never by a file. */
const managed = new Set(['id', 'station_id', 'beat_id', 'address_id', 'place_id', 'parent_id', 'merged_into_id', 'updated_at'])

/** Layers that have rules for import, by the files in their folders. */
export const importableLayers = (): string[] =>
  readdirSync(layersFolder, { withFileTypes: true }).filter(entry => entry.isDirectory() && existsSync(`${layersFolder}${entry.name}/import.ts`)).map(entry => entry.name).sort()

/** @throws {ImportRefused} where there is no such layer, naming those there are */
export async function loadTarget(client: ClientBase, layerId: string): Promise<Target> {
  if (!importableLayers().includes(layerId))
    throw new ImportRefused(`there is no layer "${layerId}" to import into; there are ${importableLayers().join(', ')}`)
  const { layer } = await import(`${layersFolder}${layerId}/layer.ts`) as { layer: Layer }
  const { rules } = await import(`${layersFolder}${layerId}/import.ts`) as { rules: ImportRules }
  const { rows } = await client.query<{ name: string, type: string, required: boolean, fallback: string | null, generated: boolean }>(`
    SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
           pg_get_expr(d.adbin, d.adrelid) AS fallback, a.attgenerated <> '' OR a.attidentity <> '' AS generated
    FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`, [rules.table])
  const filled = new Set([...managed, ...Object.keys(rules.computed ?? {})])
  const columns = new Map<string, TargetColumn>()
  for (const { name, type, required, fallback, generated } of rows) {
    if (generated || filled.has(name) || !(name in layer.properties)) continue
    const otherwise = rules.otherwise?.[name]
    columns.set(name, { name, type, fallback: otherwise ?? fallback, required: required && fallback === null && otherwise === undefined, property: layer.properties[name]! })
  }
  for (const name of [...(rules.extra ?? []), ...(rules.lookups ?? []).map(lookup => lookup.from)])
    columns.set(name, { name, type: 'text', required: false, fallback: null })
  return {
    layer, rules, table: rules.table, columns,
    geometry: /geometry\((\w+),/.exec(rows.find(row => row.name === 'geom')!.type)![1]!.toUpperCase(),
    checks: await checksOf(client, rules.table),
    all: rows.filter(row => !row.generated).map(({ name, type, fallback }) => ({ name, type, fallback })),
    unique: await uniqueOf(client, rules.table),
  }
}

async function checksOf(client: ClientBase, table: string): Promise<Target['checks']> {
  const { rows } = await client.query<{ name: string, sql: string }>(`
    SELECT conname AS name, pg_get_expr(conbin, conrelid) AS sql FROM pg_constraint
    WHERE conrelid = $1::regclass AND contype = 'c' ORDER BY conname`, [table])
  return rows
}

async function uniqueOf(client: ClientBase, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT a.attname AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
    WHERE i.indrelid = $1::regclass AND i.indisunique AND i.indnkeyatts = 1 AND a.attname <> 'id'`, [table])
  return rows.map(row => row.name)
}
