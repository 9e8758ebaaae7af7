import { CsvError } from 'csv-parse'
import { ImportRefused } from '../refusal.ts'
import type { InputFile } from './input-file.ts'

/** An error of the streams in words that help. */
export function readable(error: unknown, file: InputFile, encoding = 'utf-8'): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  if (error instanceof CsvError) {
    const line = (error as CsvError & { lines?: number }).lines
    return new ImportRefused(`${file.name}, line ${line ?? '?'}: ${message}; check the quotes and the delimiter (--delimiter)`)
  }
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new ImportRefused(`${file.name}: after about ${file.taken} bytes on disk there is a byte that isn't ${encoding}; name the encoding with --encoding, for example gb18030`)
  if (code?.startsWith('Z_')) return new ImportRefused(`${file.name}: the gzip data is damaged or cut short (${message}); nothing was loaded`)
  return error
}
