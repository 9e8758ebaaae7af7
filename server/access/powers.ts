import type { Role } from '../../layers/access.ts'
import { covers } from '../../layers/access.ts'
import { Forbidden } from '../errors.ts'
import type { SignedIn } from './sessions.ts'

/** What the command room's work needs, beside the reading of maps (layers/access.ts). */
export type Power =
  /** Take calls, amend, move, merge and hand over incidents. */
  | 'take_calls'
  /** Send units and set their statuses. */
  | 'dispatch'
  /** Response circles, departments, gateways, minutes of statuses. */
  | 'configure'
  /** Rules of alerts and response circles: a chief's own business too. */
  | 'rules'
  /** See where units were. */
  | 'replay'
  /** Look for hotspots, judge them, draw zones and write reports. */
  | 'analyse'
  /** Solve and compare deployment plans, and keep them as drafts. */
  | 'plan'
  /** Make a plan the duty of a shift. */
  | 'publish_plan'
  /** Read what a station is told in the morning. */
  | 'daily_report'
  /** Other departments and what is sent to them. */
  | 'departments'

const holders: Record<Power, readonly Role[]> = {
  take_calls: ['dispatcher', 'chief'],
  dispatch: ['dispatcher', 'chief'],
  configure: ['administrator'],
  rules: ['administrator', 'chief'],
  replay: ['dispatcher', 'chief', 'auditor'],
  analyse: ['analyst', 'chief'],
  plan: ['analyst', 'chief'],
  publish_plan: ['chief'],
  daily_report: ['chief', 'analyst', 'community_officer'],
  departments: ['administrator'],
}

const purposes: Record<Power, string> = {
  take_calls: 'calls are taken and incidents changed',
  dispatch: 'units are sent',
  configure: 'settings are changed',
  rules: 'rules are changed',
  replay: 'the past is replayed',
  analyse: 'analyses are run',
  plan: 'deployment is planned',
  publish_plan: 'deployment plans are published',
  daily_report: 'daily reports are read',
  departments: 'departments are changed',
}

export const hasPower = ({ caller }: Pick<SignedIn, 'caller'>, power: Power): boolean => caller.roles.some(role => holders[power].includes(role))

/** @throws {Forbidden} naming the roles that may */
export function requirePower(signedIn: Pick<SignedIn, 'caller'>, power: Power): void {
  if (!hasPower(signedIn, power)) throw new Forbidden(`${purposes[power]} by ${holders[power].map(role => role.replace('_', ' ')).join(' or ')} only`)
}

/**
 * Whether a row of this station is the caller's to change.
 *
 * @param what  what it is, for the refusal: `incident J350206…`
 * @throws {Forbidden}
 */
export function requireOwnStation({ caller }: Pick<SignedIn, 'caller'>, stationId: number | null, what: string): void {
  if (!covers(caller.stations, stationId)) throw new Forbidden(`${what} belongs to ${stationId === null ? 'no station: only accounts of the whole city may change it' : 'another station'}`)
}
