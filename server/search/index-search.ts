import { sql } from 'kysely'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { indexLabel } from '../../layers/text.ts'
import type { Database } from '../database.ts'
import { loadLayers } from '../layers/stored.ts'

interface Row { ref: number, label: string, detail: string, weight: number, fine: boolean, station_id: number | null, longitude: number, latitude: number }

/**
 * Make the search entries of these layers (all that can be searched, unless told) anew from their tables, in one
 * transaction: until it ends, search answers from the entries before.
 *
 * Cost: reads and writes every entry of the layers, whatever changed.
 */
export async function indexSearch(databaseUrl: string, layers?: readonly string[]): Promise<void> {
  const searchable = [...(await loadLayers()).values()].filter(({ layer, storage }) => storage.search && (!layers || layers.includes(layer.id)))
  const reader = new pg.Client({ connectionString: databaseUrl })
  const writer = new pg.Client({ connectionString: databaseUrl })
  await Promise.all([reader.connect(), writer.connect()])
  try {
    await writer.query('BEGIN')
    for (const { layer, storage } of searchable) {
      await writer.query('DELETE FROM search_entry WHERE layer = $1', [layer.id])
      const copy = writer.query(copyFrom('COPY search_entry (layer, ref, label, detail, folded, initials, pinyin, weight, fine, tokens, station_id, longitude, latitude) FROM STDIN'))
      await pipeline(Readable.from(lines(reader, layer.id, storage.search!)), copy)
    }
    await writer.query('COMMIT')
    await writer.query('ANALYZE search_entry')
  } finally {
    await Promise.all([reader.end(), writer.end()])
  }
}

async function* lines(reader: pg.Client, layer: string, statement: string): AsyncGenerator<string> {
  await reader.query('BEGIN')
  await reader.query(`DECLARE entries NO SCROLL CURSOR FOR ${statement}`)
  for (;;) {
    const { rows } = await reader.query<Row>('FETCH 5000 FROM entries')
    if (rows.length === 0) break
    yield rows.map(row => copyLine(layer, row)).join('')
  }
  await reader.query('COMMIT')
}

function copyLine(layer: string, row: Row): string {
  const { folded, initials, pinyin, tokens } = indexLabel(row.label, !row.fine)
  const vector = tokens.map(token => `'${token.replaceAll('\\', '\\\\').replaceAll('\'', '\'\'')}'`).join(' ')
  return [layer, row.ref, row.label, row.detail, folded, initials, pinyin, row.weight, row.fine, vector, row.station_id, row.longitude, row.latitude]
    .map(copyField).join('\t') + '\n'
}

const copyField = (value: string | number | boolean | null): string => value === null ? '\\N'
  : String(value).replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')

/** Whether anything can be found yet. */
export async function isIndexed(db: Database): Promise<boolean> {
  return (await sql`SELECT 1 FROM search_entry LIMIT 1`.execute(db)).rows.length > 0
}
