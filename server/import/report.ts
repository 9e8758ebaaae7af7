import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs'
import { dirname } from 'node:path'

export interface Reported { line: number, column: string, value: string, kind: string, reason: string }

/** The list of rows that were refused, or loaded with a doubt: a CSV file, made when the first of them comes. */
export class Report {
  readonly path: string
  readonly refused = new Map<string, number>()
  readonly doubted = new Map<string, number>()
  /** Refused values by kind and how many times each came: what a mapping has to deal with. Some hundred at most. */
  readonly values = new Map<string, Map<string, number>>()
  readonly #lineIs: string
  #stream: WriteStream | undefined
  #error: Error | undefined

  constructor(path: string, lineIs: string) {
    this.path = path
    this.#lineIs = lineIs
  }

  get total(): number { return [...this.refused.values()].reduce((sum, n) => sum + n, 0) }
  get written(): boolean { return this.#stream !== undefined }

  refuse(fault: Reported): void {
    this.#add(this.refused, fault, 'refused')
    let values = this.values.get(fault.kind)
    if (!values) { values = new Map(); this.values.set(fault.kind, values) }
    if (values.has(fault.value) || values.size < 200) values.set(fault.value, (values.get(fault.value) ?? 0) + 1)
  }
  doubt(fault: Reported): void { this.#add(this.doubted, fault, 'loaded') }

  /** @throws {Error} where the file couldn't be written */
  async end(): Promise<void> {
    if (this.#stream) await new Promise<void>(done => { this.#stream!.once('close', done); this.#stream!.end() })
    if (this.#error) throw this.#error
  }

  #add(counts: Map<string, number>, { line, column, value, kind, reason }: Reported, outcome: string): void {
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    if (!this.#stream) {
      mkdirSync(dirname(this.path), { recursive: true })
      this.#stream = createWriteStream(this.path, { mode: 0o600 })
      this.#stream.on('error', error => { this.#error = error })
      this.#stream.write(`${this.#lineIs},column,value,reason,outcome\n`)
    }
    this.#stream.write(`${[String(line), column, value, reason, outcome].map(cell).join(',')}\n`)
  }
}

// A spreadsheet takes a cell that begins with one of = + - @ for a formula; a minus before digits is a number.
const cell = (text: string): string => {
  const safe = /^[=@\t\r]|^[+-](?![\d.])/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
