import type { Label } from '../layers/layer.ts'

/** Errors that a caller can act on. Handlers throw them and know nothing of HTTP; `problemOf` gives each its status. */

/** One thing wrong with the input: where, what it was, what would be right. */
export interface Fault { pointer: string, value: unknown, detail: string }

export class BadInput extends Error {
  readonly faults: Fault[]
  constructor(...faults: Fault[]) {
    super(faults.map(fault => `${fault.pointer}: ${fault.detail}`).join('; '))
    this.faults = faults
  }
}

export class NotFound extends Error {
  constructor(kind: string, id: string | number) { super(`there is no ${kind} "${id}"`) }
}

export class NotSignedIn extends Error {
  constructor(message = 'sign in first') { super(message) }
}

export class Forbidden extends Error {}

/** An expected refusal: what was asked can't be done as things stand, and why, as the duty officer reads it. */
export class Conflict extends Error {
  /** The reason in both languages; `message` is the English one. */
  readonly label: Label
  constructor(reason: Label) {
    super(reason.en)
    this.label = reason
  }
}

/** A reason that begins with whom or what it is about. */
export const about = (subject: string, { zh, en }: Label): Label => ({ zh: `${subject}：${zh}`, en: `${subject}: ${en}` })

export class Locked extends Error {
  readonly retrySeconds: number
  constructor(retrySeconds: number) {
    super(`too many failures; try again in ${Math.ceil(retrySeconds / 60)} min`)
    this.retrySeconds = retrySeconds
  }
}

/** The database (or the feed of its changes) can't be reached: nothing fresh can be promised. */
export class Unavailable extends Error {}

/** What was sent can't be kept (the disk is full, say): nothing of it counts as taken. */
export class NotKept extends Error {}

/** Something that is made after the start isn't there yet. */
export class NotReady extends Unavailable {}

export interface Problem {
  type: string
  title: string
  status: number
  detail?: string
  /** Of a refusal (409): `detail` in Chinese. */
  detail_zh?: string
  errors?: Fault[]
}

interface Validated { validation?: { instancePath: string, message?: string, keyword: string, params?: Record<string, unknown>, data?: unknown }[], validationContext?: string }

/** The one table from error to status. Anything unknown is a 500 that says nothing of our insides. */
export function problemOf(error: unknown): { problem: Problem, retrySeconds?: number } {
  const of = (status: number, title: string, detail?: string, errors?: Fault[]): Problem =>
    ({ type: `urn:yizhangtu:problem:${title.toLowerCase().replaceAll(' ', '-')}`, title, status, ...(detail && { detail }), ...(errors && { errors }) })
  if (error instanceof BadInput) return { problem: of(400, 'Bad input', error.message, error.faults) }
  if (error instanceof NotFound) return { problem: of(404, 'Not found', error.message) }
  if (error instanceof NotSignedIn) return { problem: of(401, 'Not signed in', error.message) }
  if (error instanceof Forbidden) return { problem: of(403, 'Forbidden', error.message) }
  if (error instanceof Conflict) return { problem: { ...of(409, 'Conflict', error.message), detail_zh: error.label.zh } }
  if (error instanceof Locked) return { problem: of(429, 'Locked', error.message), retrySeconds: error.retrySeconds }
  if (error instanceof NotReady) return { problem: of(503, 'Not ready', error.message), retrySeconds: 2 }
  if (error instanceof Unavailable || isConnectionError(error))
    return { problem: of(503, 'Database unavailable', 'the database can\'t be reached; what is on the map stays, and is as old as it says'), retrySeconds: 2 }
  if (error instanceof NotKept) return { problem: of(503, 'Not kept', error.message), retrySeconds: 5 }
  const code = codeOf(error)
  if (code === '57014') return { problem: of(503, 'Took too long', 'the query was stopped; narrow the window or the area'), retrySeconds: 5 }
  if (code === '22021' || code === '22P05') return { problem: of(400, 'Bad input', 'a text holds a character that can\'t be stored, such as NUL') }
  const { validation, validationContext } = error as Validated
  if (validation) {
    const faults = faultsOf(validation, validationContext ?? 'body')
    return { problem: of(400, 'Bad input', faults.map(fault => `${fault.pointer} ${fault.detail}`).join('; '), faults) }
  }
  const status = (error as { statusCode?: number }).statusCode
  if (status && status >= 400 && status < 500) return { problem: of(status, status === 429 ? 'Too many requests' : 'Bad request', (error as Error).message) }
  return { problem: of(500, 'Internal error', 'this is our fault; the log has it under the request id') }
}

/** What a schema refuses, a line a fault; a choice that is none of some names them, in one line instead of one for each. */
function faultsOf(validation: NonNullable<Validated['validation']>, context: string): Fault[] {
  const choices = Map.groupBy(validation.filter(({ keyword }) => keyword === 'const'), ({ instancePath }) => instancePath)
  return validation.flatMap(({ instancePath, keyword, message, data }) => {
    const some = choices.get(instancePath), pointer = `/${context}${instancePath}`, value = repeatable(pointer, data)
    if (!some || (keyword !== 'const' && keyword !== 'anyOf')) return [{ pointer, value, detail: message ?? keyword }]
    choices.set(instancePath, [])
    return some.length ? [{ pointer, value, detail: `must be one of ${some.map(each => String(each.params?.allowedValue)).join(', ')}` }] : []
  })
}

/** What was sent, as it may be said again: a single value, and no secret. */
const repeatable = (pointer: string, data: unknown): unknown => typeof data === 'object' && data !== null || /password|secret|token/i.test(pointer) ? undefined : data

const codeOf = (error: unknown): string => String((error as { code?: unknown })?.code ?? '')

/** PostgreSQL's class 08 and 57P, the pool's time-out, and what sockets say when the server is gone. */
export function isConnectionError(error: unknown): boolean {
  const code = codeOf(error)
  const message = (error as Error)?.message ?? ''
  return /^(08|57P0|53300)/.test(code)
    || ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'].includes(code)
    || /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(message)
}
