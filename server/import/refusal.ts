/** Ends an import before anything is written. The message is for whoever typed the command. */
export class ImportRefused extends Error {}

/** Why one row can't be stored. `kind` is what the summary counts by; `reason` says what would be right. */
export class BadValue {
  readonly column: string
  readonly value: string
  readonly kind: string
  readonly reason: string

  constructor(column: string, value: string | null, kind: string, reason: string) {
    this.column = column
    this.value = value ?? ''
    this.kind = kind
    this.reason = reason
  }
}
