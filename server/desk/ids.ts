import { readInteger } from '../query.ts'

/** The id in a path. @throws {BadInput} */
export const readId = (text: string): number => readInteger(text, '/path/id', 1, Number.MAX_SAFE_INTEGER)
