import { once } from 'node:events'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type Value = string | number | boolean | Date | null
export type Row = readonly Value[]

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function encode(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, c => escapes[c]!) : value
  if (value instanceof Date) return value.toISOString()
  return String(value)
}

/**
 * Stream rows into a table with COPY; only a chunk of them is in memory at a time.
 *
 * @param rows      one array of values a row, in the order of `columns`
 * @param onWritten called now and then with how many rows went out since the last call
 * @returns the number of rows
 */
export async function copyRows(client: pg.Client, table: string, columns: readonly string[], rows: Iterable<Row>,
  onWritten: (count: number) => void): Promise<number> {
  const stream = client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`))
  let failure: unknown
  const ended = new Promise<void>(resolve => {
    stream.once('finish', resolve)
    stream.once('error', error => { failure = error; resolve() })
  })
  let chunk = '', count = 0, reported = 0
  const send = async () => {
    const more = stream.write(chunk)
    chunk = ''
    onWritten(count - reported)
    reported = count
    if (!more) await Promise.race([once(stream, 'drain'), ended])
  }
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) chunk += (i ? '\t' : '') + encode(row[i]!)
    chunk += '\n'
    count++
    if (chunk.length > 60_000) await send()
    if (failure) break
  }
  if (!failure && chunk) await send()
  if (!failure) stream.end()
  await ended
  if (failure) throw failure
  return count
}
