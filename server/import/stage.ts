import { once } from 'node:events'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Plan } from './plan.ts'

const chunk = 256 * 1024

/** The temporary table that rows are copied into before anything is decided. It ends with the transaction. */
export class Stage {
  readonly #stream: ReturnType<typeof copyFrom>
  readonly #ended: Promise<unknown>
  #buffer = ''
  #row = 0

  private constructor(client: ClientBase, columns: string[]) {
    this.#stream = client.query(copyFrom(`COPY staged (${columns.join(', ')}) FROM STDIN`))
    this.#ended = once(this.#stream, 'finish')
    this.#ended.catch(() => {})
    this.#stream.on('error', () => {})
  }

  /** Make the table and begin to copy. */
  static async open(client: ClientBase, plan: Plan): Promise<Stage> {
    // With every column that the layer has, so that rules may speak of those that the file lacks.
    const own = [...plan.target.columns.values()].map(column => `${client.escapeIdentifier(column.name)} ${column.type}`)
    await client.query(`CREATE TEMPORARY TABLE staged (row bigint, line bigint, origin_key text, geom geometry(Geometry, 4326), cell bigint${own.map(one => `, ${one}`).join('')}) ON COMMIT DROP`)
    return new Stage(client, ['row', 'line', 'origin_key', 'geom', 'cell', ...plan.fields.map(({ column }) => client.escapeIdentifier(column.name))])
  }

  /** Add a row; resolves when there is room for more. */
  add(line: number, key: string, ewkb: string | undefined, cell: string | undefined, values: readonly (string | null)[]): Promise<unknown> | undefined {
    let text = `${++this.#row}\t${line}\t${escape(key)}\t${ewkb ?? '\\N'}\t${cell ?? '\\N'}`
    for (const value of values) text += value === null ? '\t\\N' : `\t${escape(value)}`
    this.#buffer += `${text}\n`
    return this.#buffer.length < chunk ? undefined : this.#flush()
  }

  get rows(): number { return this.#row }

  async end(): Promise<void> {
    await this.#flush()
    this.#stream.end()
    await this.#ended
  }

  /** Stop in the middle: the server drops what it has. Where the server ended it, nothing is left to stop. */
  abort(error: Error): void {
    const { connection } = this.#stream as unknown as { connection: unknown }
    if (connection) this.#stream.destroy(error)
  }

  #flush(): Promise<unknown> | undefined {
    const full = !this.#stream.write(this.#buffer)
    this.#buffer = ''
    return full ? Promise.race([once(this.#stream, 'drain'), this.#ended]) : undefined
  }
}

const special = /[\\\t\n\r]/
const marks: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escape = (text: string): string => special.test(text) ? text.replace(/[\\\t\n\r]/g, mark => marks[mark]!) : text
