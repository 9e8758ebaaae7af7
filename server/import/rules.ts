/**
 * What a layer's import.ts says beyond its declaration: where rows go and how files out there call its properties.
 * SQL fragments see the staged row as `s` and may use `$zone`, the city's time zone as a literal.
 */
export interface ImportRules {
  /** The table that rows go to. */
  table: string
  /** Rows without coordinates (empty, or 0, 0) are kept, without a point: they count, and no map shows them. */
  withoutPoint?: true
  /** What of an OpenStreetMap file this layer holds; without it, such files aren't for this layer. */
  fromOsm?: 'roads' | 'buildings'
  /** Names that files use for a property, lower-case, words apart by one space; best first. Its own name and labels are tried before. */
  guesses?: Readonly<Record<string, readonly string[]>>
  /** References by code: the staged column, and what it finds. A point that the file lacks is taken from an address. */
  lookups?: readonly Lookup[]
  /** Columns that are asked of the map: the station and beat that a row lies in. */
  jurisdiction: readonly ('station_id' | 'beat_id')[]
  /** Columns computed in SQL, by name. They are written on insert and update, and not compared. */
  computed?: Readonly<Record<string, string>>
  /** For columns that a file may leave out: SQL for their value where it does or where its cell is empty. */
  otherwise?: Readonly<Record<string, string>>
  /** The column that says how exact the layer's time is. */
  precisionColumn?: string
  /** Instants outside are impossible. Years before today, days after it. */
  timeLimits?: Readonly<Record<string, { yearsBack: number, daysAhead: number }>>
  /** Which columns of its dictionary a new entry gets besides code and names, for `create_under`: codes of two digits a level. */
  dictionaries?: Readonly<Record<string, { table: string, hierarchical: boolean }>>
  /** SQL to run before the merge, for example to make partitions. Reads the temporary table `staged`. */
  before?: string
  /** SQL to run after the merge, in its transaction; `matched` and `staged` are still there, `$origin` is the origin as a literal. */
  after?: readonly string[]
  /** Staged columns that are no columns of the table: texts for `before`, `after` and `computed`. */
  extra?: readonly string[]
  /** For such a column: SQL that says whether the stored row `t` differs from the staged `s` in it. */
  differs?: Readonly<Record<string, string>>
  /** For such a column: SQL that is true where a staged row can't be stored. */
  refuses?: Readonly<Record<string, { sql: string, kind: string, reason: string }>>
}

export interface Lookup {
  column: string
  from: string
  table: string
  by: string
  /** SQL over the table as `a`: which of its rows are meant. */
  among?: string
  givesPoint?: true
}
