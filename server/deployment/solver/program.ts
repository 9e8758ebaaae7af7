/** A linear program over columns that may have to be whole: what HiGHS solves, and what other solvers read as text. */
export class Program {
  readonly sense: 'minimise' | 'maximise'
  readonly costs: number[] = []
  readonly lower: number[] = []
  readonly upper: number[] = []
  readonly whole: boolean[] = []
  readonly rowLower: number[] = []
  readonly rowUpper: number[] = []
  /** Compressed rows. */
  readonly starts: number[] = [0]
  readonly indices: number[] = []
  readonly values: number[] = []

  constructor(sense: 'minimise' | 'maximise') { this.sense = sense }

  /** @returns its number */
  column(cost: number, lower: number, upper: number, whole = false): number {
    this.costs.push(cost)
    this.lower.push(lower)
    this.upper.push(upper)
    this.whole.push(whole)
    return this.costs.length - 1
  }

  /** lower ≤ Σ values × columns ≤ upper. No column twice in a row. */
  row(lower: number, upper: number, columns: Iterable<number>, values: number | Iterable<number>): void {
    for (const column of columns) this.indices.push(column)
    if (typeof values === 'number') while (this.values.length < this.indices.length) this.values.push(values)
    else for (const value of values) this.values.push(value)
    if (this.values.length !== this.indices.length) throw new RangeError(`row ${this.rowLower.length} has ${this.indices.length - this.starts.at(-1)!} columns and another number of values`)
    this.starts.push(this.indices.length)
    this.rowLower.push(lower)
    this.rowUpper.push(upper)
  }

  objectiveAt(values: ArrayLike<number>): number {
    let sum = 0
    for (let i = 0; i < this.costs.length; i++) sum += this.costs[i]! * values[i]!
    return sum
  }

  /** The program in CPLEX's LP format, which glpsol, cbc and HiGHS read. Columns are `x0`, `x1`, …; rows `r0`, … */
  toText(): string {
    const terms = (columns: readonly number[], values: readonly number[]): string => {
      const parts: string[] = []
      for (let i = 0; i < columns.length; i++) if (values[i] !== 0) parts.push(`${values[i]! < 0 ? '-' : '+'} ${Math.abs(values[i]!)} x${columns[i]}${i % 12 === 11 ? '\n' : ''}`)
      return parts.length > 0 ? parts.join(' ') : '0 x0'
    }
    const lines = [this.sense === 'minimise' ? 'Minimize' : 'Maximize', ` goal: ${terms([...this.costs.keys()], this.costs)}`, 'Subject To']
    for (let row = 0; row < this.rowLower.length; row++) {
      const [from, to, low, high] = [this.starts[row]!, this.starts[row + 1]!, this.rowLower[row]!, this.rowUpper[row]!]
      const left = terms(this.indices.slice(from, to), this.values.slice(from, to))
      if (low === high) lines.push(` r${row}: ${left} = ${low}`)
      else {
        if (high < Infinity) lines.push(` r${row}: ${left} <= ${high}`)
        if (low > -Infinity) lines.push(` r${row}${high < Infinity ? 'l' : ''}: ${left} >= ${low}`)
      }
    }
    lines.push('Bounds', ...this.costs.map((_, i) => ` ${this.lower[i] === -Infinity ? '-inf' : this.lower[i]} <= x${i} <= ${this.upper[i] === Infinity ? '+inf' : this.upper[i]}`))
    const whole = this.whole.flatMap((is, i) => is ? [` x${i}`] : [])
    if (whole.length > 0) lines.push('Generals', ...whole)
    return `${lines.join('\n')}\nEnd\n`
  }
}
