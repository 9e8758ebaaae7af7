import { columnsOf } from './columns-of.ts'
import { Reading, type DataSet } from './data-set.ts'
import { pointIn, readCsv } from './read-csv.ts'

const at = (month: string) => Date.parse(`${month}-01T00:00Z`) / 1000, box = [-9, 49, 3, 61] as const

/** Street-level crime of police.uk, months only: October to December 2018 to find, January 2019 to judge. */
export async function uk(): Promise<DataSet> {
  const reading = new Reading()
  for await (const row of readCsv('incidents/uk_street_2018_10_to_2019_01.csv.gz')) reading.add(pointIn(box, row.Longitude!, row.Latitude!), at(row.Month!), row['Crime type']!)
  const from = at('2018-10'), split = at('2019-01'), to = at('2019-02')
  return {
    id: 'uk', title: 'police.uk, street-level crime, October 2018 to January 2019',
    notes: [
      reading.note, 'Study area: cells that had anything in October to December. All farmland and sea is left out, but towns and villages are one area: choosing town centres out of a whole country is easy, so every map looks good, chance apart. The figures compare maps with each other, not with a city\'s.',
      'Points are snapped to some 380,000 sites, the same ones every month: counting profits most from that. Cells count alike, though H3\'s grow by some per cent from south to north.',
    ],
    columns: columnsOf(reading), offsets: { at: [from], seconds: [0] },
    types: new Map<number | undefined, string>([[undefined, 'all'], ...[...reading.types].sort(([a], [b]) => a < b ? -1 : 1).map(([name, code]): [number, string] => [code, name.toLowerCase()])]),
    resolutions: [9], without: { emerging: 'it needs days, here are only months', risk: 'it weighs incidents by days, here are only months' },
    splits: [{ title: 'October to December to find, January to judge', windows: [{ find: { from, to: split }, judge: { from: split, to } }] }],
  }
}
