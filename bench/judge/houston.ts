import { timeOffsets } from '../../server/analysis/time-offsets.ts'
import { rollingWindows } from '../../server/analysis/judge/windows.ts'
import { columnsOf } from './columns-of.ts'
import { Reading, type DataSet } from './data-set.ts'
import { pointIn, readCsv } from './read-csv.ts'

const at = (text: string) => Date.parse(text) / 1000, box = [-96, 29.3, -94.8, 30.3] as const

/** Houston, January to June 2010: found in the first four months, judged in May and June. `time` is UTC. */
export async function houston(): Promise<DataSet> {
  const reading = new Reading()
  for await (const row of readCsv('incidents/houston_2010_jan_jun.csv.gz')) reading.add(pointIn(box, row.lon!, row.lat!), at(row.time!), row.offense!)
  const from = at('2010-01-01T00:00-06:00'), split = at('2010-05-01T00:00-05:00'), to = at('2010-07-01T00:00-05:00'), offsets = timeOffsets('America/Chicago', from - 400 * 86_400, to + 86_400)
  return {
    id: 'houston', title: 'Houston, January to June 2010',
    notes: [reading.note, 'Study area: cells with an incident of any type in the (first) find window; nothing that came later counts for it.'],
    columns: columnsOf(reading), offsets, types: new Map(['robbery', 'burglary', 'auto theft'].map(name => [reading.numberOf(name), name])), resolutions: [9, 10], without: {},
    splits: [
      { title: 'January to April to find, May and June to judge', windows: [{ find: { from, to: split }, judge: { from: split, to } }] },
      { title: '120 days to find, the week after to judge, eight weeks to the end of June', windows: rollingWindows({ from: split - 120 * 86_400, to: split }, to, 7, 8, offsets) },
    ],
  }
}
