import { parse, type Parser } from 'csv-parse'
import { isUtf8 } from 'node:buffer'
import { Transform, type Readable } from 'node:stream'
import { ImportRefused } from '../refusal.ts'
import { headOf, type InputFile } from './input-file.ts'
import { readable } from './readable.ts'
import type { Source, SourceRecord } from './source.ts'

export interface CsvOptions { encoding?: string | undefined, delimiter?: string | undefined }

const batchSize = 500

/**
 * A CSV file as rows: comma, semicolon or tab (told from the header), quotes, UTF-8 with or without a mark,
 * UTF-16 with one, GB 18030.
 *
 * @throws {ImportRefused} naming the file and line where it isn't CSV or not in its encoding
 */
export async function csvSource(file: InputFile, options: CsvOptions = {}): Promise<Source> {
  const head = await headOf(file, 65_536)
  const encoding = options.encoding ?? guessEncoding(head)
  const text = decoder(encoding, false).decode(head)
  const delimiter = options.delimiter ?? guessDelimiter(text)
  const open = () => rows(file, encoding, delimiter)
  const header = await firstRow(open())
  if (!header) throw new ImportRefused(`${file.name}: is empty; the first line must name the columns`)
  const columns = header.map((name, i) => name.trim() || `column ${i + 1}`)
  const twice = columns.find((name, i) => columns.indexOf(name) !== i)
  if (twice !== undefined) throw new ImportRefused(`${file.name}, line 1: two columns are named "${twice}"; names must differ`)
  return {
    columns, lineIs: 'line', hasGeometry: false,
    async *batches() {
      let batch: SourceRecord[] = []
      let first = true
      try {
        for await (const { record, info } of open() as AsyncIterable<{ record: string[], info: { lines: number } }>) {
          if (first) { first = false; continue }
          batch.push({ line: info.lines, values: record })
          if (batch.length === batchSize) { yield batch; batch = [] }
        }
      } catch (error) { throw readable(error, file, encoding) }
      if (batch.length) yield batch
    },
  }
}

function rows(file: InputFile, encoding: string, delimiter: string): Parser {
  const bytes = file.read()
  const utf8 = bytes.pipe(toUtf8(encoding))
  // The line of a record is where it ends; a record with line breaks inside quotes began further up.
  const options = { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, info: true, highWaterMark: 1_000 }
  const parser = parse(options)
  bytes.on('error', error => utf8.destroy(error))
  utf8.on('error', error => parser.destroy(error))
  parser.on('close', () => bytes.destroy())
  return utf8.pipe(parser)
}

async function firstRow(parser: Readable): Promise<string[] | undefined> {
  for await (const { record } of parser as AsyncIterable<{ record: string[] }>) return record
  return undefined
}

function guessEncoding(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  // The sample may end within a character: the last three bytes don't count.
  for (let cut = 0; cut < 4; cut++) if (isUtf8(head.subarray(0, head.length - cut))) return 'utf-8'
  return 'gb18030'
}

/** The one of , ; tab and | that the first line has most of, outside quotes. */
function guessDelimiter(text: string): string {
  const line = text.split(/\r?\n/, 1)[0]!.replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t', '|'].map(mark => ({ mark, n: line.split(mark).length }))
  return counts.reduce((best, one) => one.n > best.n ? one : best).mark
}

function decoder(encoding: string, fatal: boolean): TextDecoder {
  try { return new TextDecoder(encoding, { fatal }) }
  catch { throw new ImportRefused(`the encoding "${encoding}" is unknown; use utf-8, gb18030, utf-16le or another name of the WHATWG list`) }
}

function toUtf8(encoding: string): Transform {
  const decode = decoder(encoding, true)
  const keep = decode.encoding === 'utf-8'
  return new Transform({
    transform(chunk: Buffer, _, done) {
      // UTF-8 is only checked: decoding throws where a byte is wrong.
      try { const text = decode.decode(chunk, { stream: true }); done(null, keep ? chunk : Buffer.from(text)) }
      catch (error) { done(error as Error) }
    },
    flush(done) {
      try { const text = decode.decode(); done(null, keep || !text ? undefined : Buffer.from(text)) }
      catch (error) { done(error as Error) }
    },
  })
}
