import { isWhere } from '../rules/where.ts'
import { hasType, readOpenIncidents, type OpenIncident } from './open-incidents.ts'
import type { Evaluator } from './evaluator.ts'

/** An open incident of certain types, or one that somebody graded 1, whatever its type. */
export const incident: Evaluator<OpenIncident[]> = {
  read: readOpenIncidents,
  hold: (rule, incidents, { under }) => incidents
    .filter(each => (hasType(rule.type_prefixes, each.code) || each.grade === 1) && isWhere(rule, each, under))
    .map(({ id, number, code, station_id, longitude, latitude }) =>
      ({ subject: `incident/${id}`, level: 'alert', station_id, incident_id: id, unit_id: null, longitude, latitude, data: { number, code } })),
}
