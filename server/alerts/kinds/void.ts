import { minutesBetween, type Evaluator, type LastingVoid } from './evaluator.ts'

/** Cells of a station that nobody could reach in time for longer than the response rule allows. The rule's own threshold, where given, waits longer. */
export const voidKind: Evaluator<readonly LastingVoid[]> = {
  read: moment => moment.voids(),
  hold: (rule, voids, { now, under }) => voids
    .filter(each => minutesBetween(each.since, now) >= (rule.threshold ?? 0))
    .filter(each => rule.division_id === null || each.station !== null && !!under.get(rule.division_id)?.has(each.station.id))
    .map(({ rule_id, rule: named, station, stations, cells, since, longitude, latitude }) => ({
      subject: `void/${rule_id}/${station?.id ?? 'city'}`, level: 'alert', station_id: station?.id ?? null, incident_id: null, unit_id: null, longitude, latitude,
      data: { rule: named.name, rule_en: named.name_en, response_rule_id: rule_id, cells, minutes: Math.floor(minutesBetween(since, now)), since: since.toISOString(), station: station?.name ?? null, stations },
    })),
}
