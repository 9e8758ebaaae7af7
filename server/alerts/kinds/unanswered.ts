import { isWhere } from '../rules/where.ts'
import { hasType, readOpenIncidents, type OpenIncident } from './open-incidents.ts'
import { minutesBetween, type Evaluator } from './evaluator.ts'

/** A call that nobody was sent to for longer than the threshold's minutes. */
export const unanswered: Evaluator<OpenIncident[]> = {
  read: readOpenIncidents,
  hold: (rule, incidents, { now, under }) => incidents
    .filter(each => each.status === 'received' && hasType(rule.type_prefixes, each.code) && minutesBetween(each.received_at, now) >= rule.threshold! && isWhere(rule, each, under))
    .map(({ id, number, received_at, station_id, longitude, latitude }) => ({
      subject: `incident/${id}`, level: 'alert', station_id, incident_id: id, unit_id: null, longitude, latitude,
      data: { number, minutes: Math.floor(minutesBetween(received_at, now)), received_at: received_at.toISOString() },
    })),
}
