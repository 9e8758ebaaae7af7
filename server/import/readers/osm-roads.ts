import { NodeTable } from './node-table.ts'
import type { OsmPass, Relation, Tags, Way } from './osm.ts'
import { restrictionOf } from './osm-turns.ts'
import type { Source, SourceRecord, SourceTurnBan } from './source.ts'

/** Classes of ours by value of the tag `highway`; `_link` ways count with their road. Others aren't roads to drive or walk. */
const classes: Readonly<Record<string, string>> = {
  motorway: 'motorway', trunk: 'trunk', primary: 'primary', secondary: 'secondary', tertiary: 'tertiary',
  residential: 'residential', unclassified: 'residential', living_street: 'residential', road: 'residential',
  busway: 'service', service: 'service', track: 'service',
  path: 'path', footway: 'path', cycleway: 'path', pedestrian: 'path', steps: 'path', bridleway: 'path',
}

const columns = ['osm_key', 'name', 'class', 'oneway', 'speed_kmh', 'bridge', 'tunnel']

/**
 * The roads of an OpenStreetMap file, one row an edge from junction to junction: ways are cut at every node that
 * another way (or they themselves) use again. Three passes: ways, nodes, ways; coordinates of roads only are held.
 * Relations that ban turns become turn bans.
 */
export function roadSource(pass: OsmPass): Source {
  let bans: SourceTurnBan[] = []
  return {
    columns, lineIs: 'element', hasGeometry: true, keyColumn: 'osm_key', turnBans: () => bans,
    async *batches() {
      const nodes = new NodeTable(), relations: Relation[] = []
      for await (const _ of pass({
        way: way => { if (classOf(way.tags)) for (const ref of once(way.refs)) nodes.use(ref) },
        relation: relation => { if (relation.tags.type === 'restriction') relations.push(relation) },
      }));
      nodes.seal()
      for await (const _ of pass({ node: (id, longitude, latitude) => nodes.place(id, longitude, latitude) }));
      bans = relations.flatMap(relation => restrictionOf(relation, ref => nodes.position(ref)))
      let batch: SourceRecord[] = []
      for await (const _ of pass({ way: way => { batch.push(...edgesOf(way, nodes)) } })) {
        if (batch.length) yield batch
        batch = []
      }
      if (batch.length) yield batch
    },
  }
}

function classOf(tags: Tags): string | undefined {
  if (tags.area === 'yes' || !tags.highway) return undefined
  return classes[tags.highway.replace(/_link$/, '')]
}

function edgesOf(way: Way, nodes: NodeTable): SourceRecord[] {
  const roadClass = classOf(way.tags)
  if (!roadClass) return []
  const values = [
    way.tags.name ?? way.tags.ref ?? null, roadClass, String(onewayOf(way.tags)), speedOf(way.tags.maxspeed),
    String(isYes(way.tags.bridge)), String(isYes(way.tags.tunnel)),
  ]
  return cutAtJunctions(once(way.refs), nodes).map(({ refs, index }): SourceRecord => {
    const coordinates = refs.map(ref => nodes.position(ref)!)
    return { line: way.id, values: [`w${way.id}/${index}`, ...values], geometry: { type: 'LineString', coordinates } }
  })
}

/** Some writers (OSMnx) send a two-way street there and back in one way: the way back is the same edge. */
function once(refs: number[]): number[] {
  const thereAndBack = refs.length > 2 && refs.length % 2 === 1 && refs.every((ref, i) => ref === refs[refs.length - 1 - i])
  return thereAndBack ? refs.slice(0, (refs.length + 1) / 2) : refs
}

/** Pieces of a way between junctions, with the index of their first node. Nodes that the file lacks end a piece. */
function cutAtJunctions(refs: number[], nodes: NodeTable): { refs: number[], index: number }[] {
  const pieces: { refs: number[], index: number }[] = []
  let piece: number[] = []
  let index = 0
  const end = () => { if (piece.length > 1) pieces.push({ refs: piece, index }) }
  refs.forEach((ref, i) => {
    if (!nodes.position(ref)) { end(); piece = []; return }
    if (ref === piece.at(-1)) return
    if (piece.length === 0) index = i
    piece.push(ref)
    if (piece.length > 1 && nodes.uses(ref) > 1) { end(); piece = [ref]; index = i }
  })
  end()
  return pieces
}

/** 1 along the way, -1 against it, 0 both. Roundabouts and motorways are one-way unless they say otherwise. */
export function onewayOf(tags: Tags): -1 | 0 | 1 {
  if (tags.oneway === '-1' || tags.oneway === 'reverse') return -1
  if (tags.oneway === 'yes' || tags.oneway === 'true' || tags.oneway === '1') return 1
  if (tags.oneway !== undefined) return 0
  const implied = tags.junction === 'roundabout' || tags.junction === 'circular' || tags.highway === 'motorway' || tags.highway === 'motorway_link'
  return implied ? 1 : 0
}

/** Kilometres an hour as the column takes them, from "50", "30 mph", "CN:urban;60"; null where no number is posted. */
export function speedOf(maxspeed: string | undefined): string | null {
  const found = /(?:^|[;|\s])(\d+(?:\.\d+)?)\s*(mph|knots)?(?=$|[;|\s])/.exec(maxspeed ?? '')
  if (!found) return null
  const factor = found[2] === 'mph' ? 1.609344 : found[2] === 'knots' ? 1.852 : 1
  const speed = Math.round(Number(found[1]) * factor)
  return speed >= 1 && speed <= 150 ? String(speed) : null
}

const isYes = (value: string | undefined): boolean => value !== undefined && value !== 'no'
