import { sql, type RawBuilder } from 'kysely'

/** A column's instant as ISO text: UTC, to the millisecond. */
export const instant = (column: string): RawBuilder<string> => sql<string>`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
