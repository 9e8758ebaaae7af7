/** How long a call takes whose log doesn't say: as others of its kind took, or, where nothing was ever logged, as assumed. Plain data. */
export type Handling = { is: 'measured', all: Float64Array, byKind: readonly Float64Array[] } | { is: 'assumed', meanSeconds: number }

/** Kinds with fewer logged times than this take those of all calls. */
const enough = 30

/**
 * The handling times of a city's own log, by kind of call.
 *
 * @param log  seconds from arrival to being done, and the kind, a whole number from 0
 * @throws {RangeError} for an empty log, which measures nothing, and for times below 0
 */
export function measureHandling(log: readonly { kind: number, seconds: number }[]): Handling {
  if (log.length === 0) throw new RangeError('no handling time is logged; log some, or assume a mean')
  for (const { seconds } of log) if (!(seconds >= 0 && seconds < Infinity)) throw new RangeError(`a handling time of ${seconds} s was logged; it must be 0 or more`)
  const byKind = Map.groupBy(log, ({ kind }) => kind), most = log.reduce((max, { kind }) => Math.max(max, kind), 0)
  const sorted = (calls: typeof log) => Float64Array.from(calls, ({ seconds }) => seconds).sort()
  return { is: 'measured', all: sorted(log), byKind: Array.from({ length: most + 1 }, (_, kind) => sorted(byKind.get(kind) ?? [])) }
}

/**
 * A handling time. Measured: any logged one, each as likely as another, straight lines between neighbours. Assumed: exponential.
 *
 * @param random  0 up to 1; a larger one gives a longer time
 */
export function drawHandling(handling: Handling, kind: number, random: number): number {
  if (handling.is === 'assumed') return -handling.meanSeconds * Math.log1p(-random)
  const own = handling.byKind[kind], times = own && own.length >= enough ? own : handling.all
  const at = random * (times.length - 1), below = Math.floor(at)
  return times[below]! + (at - below) * ((times[below + 1] ?? times[below]!) - times[below]!)
}
