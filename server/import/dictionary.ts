import type { ClientBase } from 'pg'
import { ImportRefused } from './refusal.ts'
import type { Mapping } from './mapping.ts'

export interface Entry { name: string, name_en: string, police?: boolean, key_category?: boolean }

/** Same text, whatever its case, width and space. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** An editable dictionary while a file is read: what the database has, what the mapping declares, what is made on the way. */
export class DictionaryReader {
  readonly table: string
  readonly #entries: Map<string, Entry>
  readonly #added = new Map<string, Entry>()

  constructor(table: string, entries: Map<string, Entry>, declared: Readonly<Record<string, Entry>>) {
    this.table = table
    this.#entries = entries
    for (const [code, entry] of Object.entries(declared)) if (!entries.has(code)) this.#add(code, entry)
  }

  /** Entries that the database doesn't have yet, parents first. */
  get added(): ReadonlyMap<string, Entry> { return this.#added }

  has(code: string): boolean { return this.#entries.has(code) }

  /** The code that a value is or names; undefined where it is unknown. The shortest code wins where names repeat. */
  find(value: string, under = ''): string | undefined {
    if (this.#entries.has(value) && value.startsWith(under)) return value
    const wanted = fold(value)
    let found: string | undefined
    for (const [code, { name, name_en }] of this.#entries)
      if (code.startsWith(under) && code !== under && (fold(name) === wanted || fold(name_en) === wanted) && (!found || code.length < found.length)) found = code
    return found
  }

  /** The child of a code with this name, made where there is none; undefined where its 99 children are used up. */
  child(parent: string, value: string): string | undefined {
    const wanted = fold(value)
    for (const [code, { name, name_en }] of this.#entries)
      if (code.length === parent.length + 2 && code.startsWith(parent) && (fold(name) === wanted || fold(name_en) === wanted)) return code
    for (let i = 1; i <= 99; i++) {
      const code = parent + String(i).padStart(2, '0')
      if (this.#entries.has(code)) continue
      this.#add(code, { name: value, name_en: value })
      return code
    }
    return undefined
  }

  #add(code: string, entry: Entry): void {
    this.#entries.set(code, entry)
    this.#added.set(code, entry)
  }
}

/**
 * @param declared  entries that the mapping asks for
 * @param targets   codes that it gives to values: they must mean here what the mapping says they mean
 * @throws {ImportRefused} where the database knows one of those under another name
 */
export async function openDictionary(client: ClientBase, table: string, declared: NonNullable<Mapping['dictionary']>[string], targets: string[]): Promise<DictionaryReader> {
  const { rows } = await client.query<Entry & { code: string }>(`SELECT code, name, name_en FROM ${client.escapeIdentifier(table)} ORDER BY code`)
  const entries = new Map(rows.map(({ code, ...entry }): [string, Entry] => [code, entry]))
  for (const code of targets) {
    const known = entries.get(code), asked = declared[code]
    if (known && asked && fold(known.name) !== fold(asked.name) && fold(known.name_en) !== fold(asked.name_en))
      throw new ImportRefused(`code ${code} is "${known.name} / ${known.name_en}" in ${table}, but the mapping means "${asked.name} / ${asked.name_en}" by it; give the mapping another code`)
    if (!known && !asked) throw new ImportRefused(`the mapping gives values the code "${code}", which neither ${table} nor its own "dictionary" has`)
  }
  return new DictionaryReader(table, entries, declared)
}

/** Write the new entries, in the import's transaction. */
export async function saveDictionary(client: ClientBase, dictionary: DictionaryReader): Promise<void> {
  for (const [code, { name, name_en, ...more }] of dictionary.added) {
    const names = ['code', 'name', 'name_en', ...Object.keys(more)].map(column => client.escapeIdentifier(column))
    const values = [code, name, name_en, ...Object.values(more)]
    const { rowCount } = await client.query(`INSERT INTO ${client.escapeIdentifier(dictionary.table)} (${names.join(', ')}) VALUES (${values.map((_, i) => `$${i + 1}`).join(', ')}) ON CONFLICT DO NOTHING`, values)
    if (!rowCount) throw new ImportRefused(`somebody else added the code ${code} to ${dictionary.table} meanwhile; nothing was loaded, start the import again`)
  }
}
