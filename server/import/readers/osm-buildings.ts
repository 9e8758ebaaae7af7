import type { Polygon, Position } from 'geojson'
import { NodeTable } from './node-table.ts'
import type { OsmPass, Relation, Tags, Way } from './osm.ts'
import { joinRings, ringHolds } from './rings.ts'
import type { Source, SourceRecord } from './source.ts'

const kinds: Readonly<Record<string, string>> = {
  apartments: 'residential', residential: 'residential', house: 'residential', detached: 'residential', terrace: 'residential',
  semidetached_house: 'residential', bungalow: 'residential', dormitory: 'residential', hut: 'residential', cabin: 'residential',
  commercial: 'commercial', retail: 'commercial', office: 'commercial', hotel: 'commercial', supermarket: 'commercial', kiosk: 'commercial', shop: 'commercial',
  industrial: 'industrial', warehouse: 'industrial', factory: 'industrial', manufacture: 'industrial',
  public: 'public', civic: 'public', government: 'public', school: 'public', university: 'public', college: 'public', kindergarten: 'public',
  hospital: 'public', church: 'public', cathedral: 'public', chapel: 'public', mosque: 'public', temple: 'public', train_station: 'public',
  stadium: 'public', sports_hall: 'public', fire_station: 'public', museum: 'public', transportation: 'public',
}

const columns = ['osm_key', 'name', 'kind', 'storeys']
const isBuilding = (tags: Tags) => tags.building !== undefined && tags.building !== 'no'

/**
 * The buildings of an OpenStreetMap file: closed ways, and each outer ring of a multipolygon with the holes inside it.
 * Four passes: relations, ways, nodes, ways.
 */
export function buildingSource(pass: OsmPass): Source {
  return {
    columns, lineIs: 'element', hasGeometry: true, keyColumn: 'osm_key',
    async *batches() {
      const relations: Relation[] = []
      const memberRefs = new Map<number, number[]>()
      for await (const _ of pass({ relation: relation => {
        if (relation.tags.type !== 'multipolygon' || !isBuilding(relation.tags)) return
        relations.push(relation)
        for (const way of relation.members.ways) memberRefs.set(way, [])
      } }));
      const nodes = new NodeTable()
      for await (const _ of pass({ way: way => {
        const member = memberRefs.has(way.id)
        if (member) memberRefs.set(way.id, way.refs)
        if (member || isClosedBuilding(way)) for (const ref of way.refs) nodes.use(ref)
      } }));
      nodes.seal()
      for await (const _ of pass({ node: (id, longitude, latitude) => nodes.place(id, longitude, latitude) }));
      let batch: SourceRecord[] = []
      for await (const _ of pass({ way: way => {
        // A way that is part of a multipolygon building is drawn with it, not twice.
        if (!isClosedBuilding(way) || memberRefs.has(way.id)) return
        const ring = positions(way.refs, nodes)
        if (ring) batch.push(record(way.id, `w${way.id}`, way.tags, [ring]))
      } })) {
        if (batch.length) yield batch
        batch = []
      }
      yield [...batch, ...relations.flatMap(relation => multipolygon(relation, memberRefs, nodes))]
    },
  }
}

const isClosedBuilding = (way: Way) => isBuilding(way.tags) && way.refs.length > 3 && way.refs[0] === way.refs.at(-1)

function positions(refs: number[], nodes: NodeTable): Position[] | undefined {
  const ring = refs.map(ref => nodes.position(ref))
  return ring.includes(undefined) ? undefined : ring as Position[]
}

function multipolygon(relation: Relation, memberRefs: Map<number, number[]>, nodes: NodeTable): SourceRecord[] {
  const rings = (inner: boolean) => joinRings(relation.members.ways
    .filter((_, i) => (relation.members.roles[i] === 'inner') === inner)
    .map(way => memberRefs.get(way) ?? []))
    .map(refs => positions(refs, nodes))
    .filter(ring => ring !== undefined)
  const holes = rings(true)
  return rings(false).map((outer, i) =>
    record(relation.id, `r${relation.id}/${i}`, relation.tags, [outer, ...holes.filter(hole => ringHolds(outer, hole[0]!))]))
}

function record(id: number, key: string, tags: Tags, coordinates: Position[][]): SourceRecord {
  const geometry: Polygon = { type: 'Polygon', coordinates }
  return { line: id, values: [key, tags.name ?? null, kinds[tags.building!] ?? 'other', storeysOf(tags)], geometry }
}

/** From `building:levels`, otherwise from `height` in metres at 3 m a storey; null where neither is a number. */
export function storeysOf(tags: Tags): string | null {
  const levels = Number.parseFloat(tags['building:levels'] ?? '')
  const height = Number.parseFloat(tags.height ?? tags['building:height'] ?? '')
  const feet = /ft|'/.test(tags.height ?? '') ? 0.3048 : 1
  const storeys = levels >= 1 ? Math.round(levels) : height > 0 ? Math.max(1, Math.round(height * feet / 3)) : NaN
  return storeys >= 1 && storeys <= 200 ? String(storeys) : null
}
