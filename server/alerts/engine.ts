import type { Changes, LiveEvent } from '../changes.ts'
import type { Config } from '../config.ts'
import { isConnectionError } from '../errors.ts'
import type { City } from '../layers/city.ts'
import { evaluateAlerts } from './evaluate.ts'
import type { LastingVoid } from './kinds/evaluator.ts'
import { SoleRunner } from './sole-runner.ts'

export interface AlertEngineOptions {
  databaseUrl: string
  config: Pick<Config, 'statementTimeoutMs' | 'alertSeconds'>
  changes: Changes
  city: () => Promise<City>
  voids: () => Promise<readonly LastingVoid[]>
  onError?: (error: unknown) => void
}

export interface AlertEngine {
  /** Whether this process evaluates. */
  readonly evaluates: boolean
  stop(): Promise<void>
}

/**
 * Evaluate the alerts every five seconds in exactly one process, and at once when an incident is taken or changes.
 * Everything it knows is in the tables `alert_rule` and `alert`, so it survives restarts and moves between processes.
 */
export function startAlerts({ databaseUrl, config: { statementTimeoutMs, alertSeconds }, changes, city, voids, onError = logged }: AlertEngineOptions): AlertEngine {
  const runner = new SoleRunner({
    databaseUrl, statementTimeoutMs, everyMs: alertSeconds * 1000, onError, name: 'alerts',
    work: async (db, reason) => {
      const { time_zone: timeZone } = await city()
      await evaluateAlerts(db, {
        now: new Date(), timeZone, voids, ...(reason === 'incident' && { kinds: ['incident', 'unanswered', 'burst'] }),
        onError: (_kind, error) => onError(error),
      })
    },
  })
  const hear = ({ event, data }: LiveEvent) => {
    if (event === 'incident') runner.nudge('incident')
    else if (event === 'settings' && data.what === 'alert_rules') runner.nudge('rules')
  }
  changes.on('event', hear)
  if (alertSeconds > 0) runner.start()
  return {
    get evaluates() { return runner.holds },
    async stop() {
      changes.off('event', hear)
      await runner.stop()
    },
  }
}

/** That the database is away is said by the feed of changes; anything else is our fault. */
const logged = (error: unknown): void => { if (!isConnectionError(error)) console.error('alerts could not be evaluated; they are tried again', error) }
