import type { Database } from '../../database.ts'
import { askedFor, readSettings, type DispatchSettings } from '../../dispatch/recommend/settings.ts'
import type { Services } from '../../services.ts'
import type { Stand } from '../figures/stands.ts'

/** Which calls need what, and which crews have it, as bits. */
export interface Capabilities {
  /** Something is needed for some types, but not all crews are named: nobody is held to it. */
  unknown: boolean
  /** Equal where the settings are. */
  rules: DispatchSettings['capabilities']
  /** Of a type, by its six-digit code as a number. */
  needs(code: number): number
  /** Of the n-th unit of a stand; undefined where nobody is held to it. */
  can(stand: Stand, n: number): number | undefined
}

/**
 * What calls need by the settings of dispatch, where the units of all plans are named: it wouldn't be fair to hold one plan to it
 * and not another.
 *
 * @throws {RangeError} where the settings need more than 31 different capabilities
 */
export async function readCapabilities(db: Database, units: Services['units'], plans: readonly (readonly Stand[])[]): Promise<Capabilities> {
  const settings = await readSettings(db), needed = [...new Set(settings.capabilities.flatMap(each => each.needed))], known = new Map<number, number>()
  if (needed.length > 31) throw new RangeError(`the settings of dispatch need ${needed.length} capabilities; a simulation tells 31 apart`)
  const bits = (of: readonly string[]) => needed.reduce((sum, code, i) => of.includes(code) ? sum | 1 << i : sum, 0)
  const named = plans.every(stands => stands.every(({ units: count, unit_ids: ids }) => ids?.length === count)), held = needed.length > 0 && named
  const have = new Map(held ? [...units.all()].map(({ id, capabilities }) => [id, bits(capabilities)]) : [])
  return {
    unknown: needed.length > 0 && !named, rules: settings.capabilities,
    needs(code) {
      if (!held) return 0
      const own = known.get(code) ?? bits(askedFor(settings, String(code).padStart(6, '0')).needed)
      known.set(code, own)
      return own
    },
    can: ({ unit_ids: ids }, n) => held ? have.get(ids![n]!) ?? 0 : undefined,
  }
}
