import { Counter, Gauge, type Registry } from 'prom-client'
import type { Positions } from './positions.ts'

/** What became of fixes, and how far disk and database are behind. */
export function positionMetrics(registry: Registry, positions: Positions): void {
  new Counter({
    name: 'yizhangtu_fixes_total', help: 'Fixes that were reported, by what became of them', labelNames: ['outcome'], registers: [registry],
    collect() {
      this.reset()
      for (const [outcome, count] of Object.entries(positions.counts)) this.inc({ outcome }, count)
    },
  })
  new Counter({ name: 'yizhangtu_fixes_written_total', help: 'Fixes brought into the database', registers: [registry], collect() { this.reset(); this.inc(positions.written) } })
  const gauge = (name: string, help: string, read: () => number) => new Gauge({ name: `yizhangtu_${name}`, help, registers: [registry], collect() { this.set(read()) } })
  gauge('fixes_journalled', 'Fixes on disk that are not in the database yet', () => positions.journalled)
  gauge('fixes_write_lag_seconds', 'Since when the oldest of them waits', () => positions.writeLagSeconds)
  gauge('redis_up', '1 while positions of other processes are heard; 0 where none are, or by configuration', () => positions.redis === 'up' ? 1 : 0)
  gauge('mqtt_up', '1 while the broker is connected; 0 also where none is configured', () => positions.mqtt === 'up' ? 1 : 0)
}
