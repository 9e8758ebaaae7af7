import { Type, type TSchema } from 'typebox'

/** Text in both languages. */
export const label = Type.Object({ zh: Type.String(), en: Type.String() })
/** The id of a row, as far as a column of 32 bits goes: what can be none is refused by name instead of by the database. */
export const rowId = (description?: string) => Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1, ...(description && { description }) })
export const nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])
