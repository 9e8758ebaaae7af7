import { Type, type TSchema } from 'typebox'

/** Text in both languages. */
export const label = Type.Object({ zh: Type.String(), en: Type.String() })
export const nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])
