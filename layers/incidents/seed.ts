import type { Row } from '../../seed/copy.ts'
import type { LayerSeed, SeedContext } from '../../seed/layer-seed.ts'
import type { Random } from '../../seed/random.ts'
import { channelOf, openSteps, stepsOf, type Step } from './course.ts'
import { departments } from './departments.ts'
import { incidentTypes, leaves, type IncidentType } from './dictionary.ts'
import { recent, simulate, type Happening } from './process.ts'
import { occurrence } from './rhythm.ts'
import { summaryOf } from './words.ts'

/** Who the latest transfers are with: the department whose type it is, otherwise the hotline. */
const handovers = `
  INSERT INTO handover (incident_id, received_at, department_id, state, reason, sent_at, due_at, ended_at, outcome)
  SELECT i.id, i.received_at, d.id, CASE i.status WHEN 'returned' THEN 'returned' ELSE 'sent' END, '非警务警情', sent.at, sent.at + make_interval(hours => d.answer_hours),
    CASE i.status WHEN 'returned' THEN back.at END, CASE i.status WHEN 'returned' THEN '不属本部门职责' END
  FROM incident i
  CROSS JOIN LATERAL (SELECT max((step ->> 'at')::timestamptz) AS at FROM jsonb_array_elements(i.timeline) step WHERE step ->> 'status' = 'transferred') sent
  CROSS JOIN LATERAL (SELECT max((step ->> 'at')::timestamptz) AS at FROM jsonb_array_elements(i.timeline) step) back
  CROSS JOIN LATERAL (
    SELECT id, answer_hours FROM department WHERE active
    ORDER BY NOT EXISTS (SELECT FROM unnest(type_prefixes) prefix WHERE i.code LIKE prefix || '%'), id LIMIT 1) d
  WHERE i.status IN ('transferred', 'returned') AND i.received_at > $1::timestamptz - interval '3 days' AND sent.at IS NOT NULL`

const columns = ['id', 'number', 'received_at', 'local_day', 'occurred_from', 'occurred_to', 'taken_code', 'resolved_code', 'grade', 'channel', 'status', 'timeline',
  'address_id', 'place_id', 'location_text', 'summary', 'point_level', 'station_id', 'beat_id', 'geom', 'cell', 'updated_at'] as const

/** Of a hundred calls of the past this many were never placed: the caller knew no better, or the words fit no address. */
const unplacedPerCent = 1

const shanghai = 8 * 3_600_000
/** ISO 8601 without fractions. */
const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`

export const seed: LayerSeed = {
  after: ['addresses', 'places', 'roads'],
  expected: size => size.incidents,
  fill: async context => {
    const { copy, query, now } = context
    await copy('incident_type', ['code', 'name', 'name_en', 'police', 'grade'], incidentTypes.map(type => [type.code, type.name, type.nameEn, type.police, type.grade]))
    // Without addresses of their own: hand-overs to them are answered by hand until an administrator connects them.
    for (const { code, name, nameEn, typePrefixes } of departments)
      await context.query('INSERT INTO department (code, name, name_en, type_prefixes) VALUES ($1, $2, $3, $4) ON CONFLICT (code) DO NOTHING', [code, name, nameEn, typePrefixes])
    const happening = simulate(context)
    await query('SELECT ensure_incident_partitions($1, $2)', [new Date(happening.events.time[0]!), now])
    // One statement at the end is faster than the trigger's work on a million rows, and gives the same.
    await query('ALTER TABLE incident DISABLE TRIGGER roll_insert')
    await copy('incident', columns, rows(context, happening))
    await query('ALTER TABLE incident ENABLE TRIGGER roll_insert')
    await query(handovers, [now])
    await query('SELECT recount_incidents()')
  },
}

function* rows(context: SeedContext, { events, crossings }: Happening): Generator<Row> {
  const random = context.random('incident rows'), unplaced = context.random('incidents without coordinates'), now = context.now.getTime()
  const { sites } = context.city.addresses
  const venueAt = new Map(context.venues.map(venue => [venue.site, venue]))
  const counts = new Map<string, number>()
  const firstRecent = events.time.length - recent.length
  for (let i = 0; i < events.time.length; i++) {
    const received = events.time[i]!, type = leaves[events.type[i]!]!, spot = events.spot[i]!
    const site = spot >= 0 ? sites[spot]! : undefined, crossing = spot < 0 ? crossings[-1 - spot]! : undefined
    const station = site ? site.station! : crossing!.where.station, beat = site ? site.beat! : crossing!.where.beat
    const district = station.code.slice(0, 6), localDay = new Date(received + shanghai).toISOString().slice(0, 10)
    const key = district + localDay, count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    const channel = channelOf(random, type)
    const stem = station.name.replace('派出所', '')
    const planned = i >= firstRecent ? openSteps(events.time.length - 1 - i, received, now, stem) : stepsOf(random, type, channel, received, stem)
    const steps = planned.filter(step => step.at <= now)
    const status = steps.at(-1)!.status
    const found = foundAs(random, type)
    const settled = status === 'handled' || status === 'closed'
    const [from, to] = occurrence(random, type, received)
    const venue = site && (type.affinity === 'shops' || type.affinity === 'entertainment' || type.affinity === 'work') ? venueAt.get(site) : undefined
    const nowhere = i < firstRecent && unplaced.chance(unplacedPerCent / 100)
    const location = site ? site.fullText.slice(6) : crossing!.text
    if (type.code.startsWith('04') && site && site.residents > 0) context.calls.push({ incidentId: i + 1, code: type.code, siteIndex: spot, receivedAt: received })
    yield [
      i + 1, `J${district}${localDay.replaceAll('-', '')}${String(count).padStart(5, '0')}`, iso(received), localDay, iso(from), iso(to), type.code,
      settled ? found.code : null, type.grade, channel, status, timeline(steps), nowhere ? null : site?.id ?? null, nowhere ? null : venue?.id ?? null, location, summaryOf(random, type, venue?.name),
      nowhere ? 'district' : site ? site.pointLevel : 'road', station.id, nowhere ? null : beat.id, nowhere ? null : site?.geom ?? crossing!.geom, nowhere ? null : site?.cell ?? crossing!.cell, iso(steps.at(-1)!.at),
    ]
  }
}

const timeline = (steps: readonly Step[]) => JSON.stringify(steps.map(step => ({ ...step, at: iso(step.at) })))

const byTop = Map.groupBy(leaves, type => type.code.slice(0, 2))

/** What it proved to be: one call in ten is something else, mostly a neighbour in the dictionary. */
function foundAs(random: Random, type: IncidentType): IncidentType {
  const draw = random.next()
  if (draw > 0.104) return type
  if (draw < 0.012) return leaves.find(leaf => leaf.code === '060402')!
  const others = (draw < 0.07 ? byTop.get(type.code.slice(0, 2))! : leaves.filter(leaf => leaf.affinity === type.affinity)).filter(leaf => leaf !== type)
  return random.pick(others)
}
