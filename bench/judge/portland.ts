import { readFileSync } from 'node:fs'
import { polygonToCells } from 'h3-js'
import { insideOf } from '../../server/analysis/insideness.ts'
import { timeOffsets } from '../../server/analysis/time-offsets.ts'
import { rollingWindows } from '../../server/analysis/judge/windows.ts'
import { columnsOf } from './columns-of.ts'
import { Reading, type DataSet } from './data-set.ts'
import { dataFile, pointIn, readCsv } from './read-csv.ts'

const at = (day: string) => Date.parse(`${day}T00:00-07:00`) / 1000, box = [-123, 45.3, -122.3, 45.8] as const

/** Calls for service in Portland in August 2016, days only: three weeks to find, the rest to judge. Its study area is the patrol districts. */
export async function portland(): Promise<DataSet> {
  const reading = new Reading(), { features } = JSON.parse(readFileSync(dataFile('divisions/portland_police_districts.geojson'), 'utf8')) as Districts
  const polygons = features.flatMap(({ geometry }) => geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates), inside = insideOf(polygons.flat())
  for await (const row of readCsv('incidents/portland_calls_2016_08.csv.gz')) {
    const point = pointIn(box, row.lon!, row.lat!)
    if (point && !inside(...point)) { reading.read++; reading.omit('outside the patrol districts') }
    else reading.add(point, at(row.occ_date!), row.CATEGORY!)
  }
  const from = at('2016-08-01'), split = at('2016-08-22'), to = at('2016-09-01'), offsets = timeOffsets('America/Los_Angeles', from - 90 * 86_400, to + 86_400)
  return {
    id: 'portland', title: 'Portland, calls for service in August 2016',
    notes: [reading.note, 'Study area: every cell whose middle lies in a patrol district, whether anything ever happened there or not.'],
    columns: columnsOf(reading), offsets, types: new Map(['OTHER', 'STREET CRIMES', 'MOTOR VEHICLE THEFT', 'BURGLARY'].map(name => [reading.numberOf(name), name.toLowerCase()])),
    resolutions: [9], without: {}, cells: resolution => [...new Set(polygons.flatMap(polygon => polygonToCells(polygon, resolution, true)))],
    splits: [
      { title: 'three weeks to find, the last ten days to judge', windows: [{ find: { from, to: split }, judge: { from: split, to } }] },
      { title: '14 days to find, the two days after to judge, eight times to the end of August', windows: rollingWindows({ from: split - 14 * 86_400, to: split }, to, 2, 8, offsets) },
    ],
  }
}

interface Districts { features: { geometry: { type: 'Polygon', coordinates: [number, number][][] } | { type: 'MultiPolygon', coordinates: [number, number][][][] } }[] }
