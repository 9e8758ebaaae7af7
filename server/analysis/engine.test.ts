import { afterEach, describe, expect, it } from 'vitest'
import { AnalysisEngine, type Run } from './engine.ts'
import type { MethodJob } from './run-method.ts'

let engine: AnalysisEngine
afterEach(() => engine.stop())

/** Rows spread over a square kilometre and a year, and a question that takes them all. */
function job(rows: number, permutations: number): MethodJob {
  const ints = (value: (i: number) => number) => { const out = new Int32Array(new SharedArrayBuffer(rows * 4)); for (let i = 0; i < rows; i++) out[i] = value(i); return out }
  const shorts = () => new Int16Array(new SharedArrayBuffer(rows * 2)).fill(1)
  const received = ints(i => i * 60), columns = {
    rows, revision: 1, asOf: 0, received, from: received, to: received, longitude: ints(i => 1_180_000_000 + i * 7919 % 100_000), latitude: ints(i => 240_000_000 + i * 104_729 % 100_000),
    code: ints(() => 10_101), taken: ints(() => 10_101), resolved: ints(() => 10_101), id: new Float64Array(rows), merged: shorts().fill(0), cell: ints(() => 0x8c41aa5a), cellLow: ints(() => 0x27ffffff),
    station: ints(() => 0), address: ints(() => 0), place: ints(() => 0), channel: shorts(), status: shorts(), pointLevel: shorts(), precision: shorts(),
  }
  return {
    kind: 'method', method: 'near_repeat', parameters: { metres: [1, 5000], days: [700], permutations, seed: 1 }, columns,
    question: {
      from: 0, to: rows * 60, codes: [], hours: null, channels: [false, true], patrol: 3, statuses: null, pointLevels: [false, true], knowsHour: [false, true],
      stations: null, places: null, rings: null, offsets: { at: [0], seconds: [0] },
    },
    area: { resolution: 9, cells: [], station: new Int32Array(0), roadMetres: new Float64Array(0), places: new Int32Array(0), residents: new Float64Array(0) },
  } as unknown as MethodJob
}

const until = async (holds: () => boolean) => { while (!holds()) await new Promise(resolve => setTimeout(resolve, 5)) }
const phase = ({ current }: Run) => current.state === 'running' ? current.progress.phase : current.state

const asked = { method: 'near_repeat', selection: {}, parameters: {}, resolution: 9 }

describe('a run', () => {
  it('is cancelled at once while its rows are still being read', async () => {
    engine = new AnalysisEngine()
    const reading = Promise.withResolvers<MethodJob>(), run = engine.start(1, 'a', () => reading.promise, asked)
    expect(phase(run)).toBe('reading')
    run.cancel()
    await run.settled
    expect(run.current).toEqual({ state: 'cancelled' })
    // Asked again it is another run, whatever becomes of the reading.
    const again = engine.start(1, 'a', async () => job(50, 19), asked)
    reading.resolve(job(50, 19))
    await again.settled
    expect([again.id === run.id, again.current.state, run.current.state]).toEqual([false, 'done', 'cancelled'])
  })

  it('is cancelled while it waits for a thread, and in the middle of its work, and leaves room for others', async () => {
    engine = new AnalysisEngine()
    const long = ['a', 'b', 'c'].map(key => engine.start(1, key, async () => job(20_000, 999), asked))
    await until(() => long.filter(run => phase(run) === 'computing').length === 2)
    const waiting = long.find(run => phase(run) === 'waiting')!
    waiting.cancel()
    await waiting.settled
    expect(waiting.current).toEqual({ state: 'cancelled' })
    for (const run of long) run.cancel()
    await Promise.all(long.map(run => run.settled))
    expect(long.map(phase)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    const short = engine.start(1, 'd', async () => job(50, 19), asked)
    await short.settled
    expect(short.current.state).toBe('done')
  }, 20_000)

  it('says why it failed', async () => {
    engine = new AnalysisEngine()
    const run = engine.start(1, 'a', async () => { throw new Error('the database can\'t be reached') }, asked)
    await run.settled
    expect(run.current).toEqual({ state: 'failed', detail: 'the database can\'t be reached' })
  })

  it('is forgotten with its key when newer ones take its place', async () => {
    engine = new AnalysisEngine(3)
    for (let i = 0; i < 10; i++) await engine.start(1, i, async () => { throw new Error('nothing to do') }, asked).settled
    expect(engine.runs.keys).toBe(3)
  })
})
