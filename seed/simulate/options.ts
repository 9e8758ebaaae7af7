import { parseArgs } from 'node:util'

export interface SimulateOptions {
  /** Of the running server. */
  url: string
  /** So many units at most; undefined: all of the city's. */
  units: number | undefined
  callsPerHour: number
  /** How much faster than in life people decide and calls come in; nobody drives faster. */
  speed: number
  /** Of all units together; undefined: one every three seconds from each that moves. */
  fixesPerSecond: number | undefined
  /** Stop by itself after so many; undefined: never. */
  minutes: number | undefined
  seed: number
  /** Of a position gateway; undefined: one is made. */
  key: string | undefined
  /** Whether units are sent automatically; otherwise somebody at a desk does it. */
  dispatch: boolean
  quiet: boolean
}

export const usage = `npm run simulate -- [options]      a demonstration city that lives; its server must be running

  --url URL                the server (default http://127.0.0.1:8080)
  --units N                so many units at most (default all)
  --calls-per-hour N       on average over the day (default 50)
  --speed N                calls and decisions come N times as fast, 1 to 20 (default 1)
  --fixes-per-second N     of all units together (default: one every 3 s from each that moves)
  --minutes N              stop after so many (default never)
  --seed N                 the same people, the same calls again (default: others each time)
  --key KEY                of a position gateway (default: one is made)
  --dispatch on|off        off: units wait until somebody at the desk sends them (default on)
  --quiet                  no line a minute`

/** @throws {RangeError} naming the option, its value and what would be right */
export function readOptions(argv: string[]): SimulateOptions | 'help' {
  const { values } = parseArgs({
    args: argv,
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:8080' }, units: { type: 'string' }, 'calls-per-hour': { type: 'string', default: '50' }, speed: { type: 'string', default: '1' },
      'fixes-per-second': { type: 'string' }, minutes: { type: 'string' }, seed: { type: 'string' }, key: { type: 'string' },
      dispatch: { type: 'string', default: 'on' }, quiet: { type: 'boolean', default: false }, help: { type: 'boolean' },
    },
  })
  if (values.help) return 'help'
  const number = (name: keyof typeof values, low: number, high: number): number => {
    const value = Number(values[name])
    if (!(value >= low && value <= high)) throw new RangeError(`--${name} is "${String(values[name])}"; it must be a number from ${low} to ${high}`)
    return value
  }
  const optional = (name: keyof typeof values, low: number, high: number) => values[name] === undefined ? undefined : number(name, low, high)
  if (!URL.canParse(values.url)) throw new RangeError(`--url is "${values.url}"; it must be one such as http://127.0.0.1:8080`)
  if (values.dispatch !== 'on' && values.dispatch !== 'off') throw new RangeError(`--dispatch is "${values.dispatch}"; it must be on or off`)
  return {
    url: values.url.replace(/\/+$/, ''), units: optional('units', 1, 100_000), callsPerHour: number('calls-per-hour', 0, 100_000), speed: number('speed', 1, 20),
    fixesPerSecond: optional('fixes-per-second', 0.01, 100_000), minutes: optional('minutes', 0.01, 1e6), seed: optional('seed', 0, 2 ** 31) ?? Date.now() % 2 ** 31,
    key: values.key, dispatch: values.dispatch === 'on', quiet: values.quiet,
  }
}
