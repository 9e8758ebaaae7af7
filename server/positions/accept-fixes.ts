import type { Services } from '../services.ts'
import type { Outcome, Source } from './positions.ts'

/**
 * Take in fixes as they came: `{ unit, at, longitude, latitude, heading?, speed_kmh?, accuracy_metres? }` each, judged by the
 * same rules whoever sends them. When it resolves the good ones are on disk and on the map.
 *
 * @returns how many of each outcome, and the first faults
 * @throws {NotKept} when the disk won't have them
 */
export const acceptFixes = ({ positions }: Pick<Services, 'positions'>, fixes: readonly unknown[], source: Source): Promise<Outcome> =>
  positions.accept(fixes, source)
