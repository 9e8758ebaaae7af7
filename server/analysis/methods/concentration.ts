import { concentration } from '../statistics/concentration.ts'
import { countByCell } from '../by-cell.ts'
import { none, NothingToSay, type Input, type Method } from '../method.ts'
import { counts as countsShown, figure, percent } from '../shown.ts'

export const method: Method = {
  id: 'concentration',
  title: { zh: '二八集中度与重复地址', en: '80-20 and repeat addresses' },
  purpose: { zh: '多少地方占了多少警情，哪些地址反复报警', en: 'How few places hold how many incidents, and which addresses call again and again' },
  source: 'Weisburd 2015; Bernasco & Steenbeek 2017 (adjusted Gini)',
  cells: true,
  shows: {
    group: { kind: 'category', label: { zh: '集中程度', en: 'Concentration' }, unit: { zh: '', en: '' }, values: {
      half: { label: { zh: '占五成警情的网格', en: 'Hold half of all' }, tone: 1 }, 'four-fifths': { label: { zh: '再到八成', en: 'On to four fifths' }, tone: 0.5 },
      rest: { label: { zh: '其余', en: 'The rest' }, tone: 0.1 }, quiet: { label: { zh: '无警情', en: 'None' }, tone: null },
    } },
    counts: countsShown, cumulative: figure('累计占比', 'Share held with all busier cells', percent, 1),
  },
  limits: {
    zh: '集中度取决于网格大小和时间长短：换一种网格不能直接比较。警情少于网格时看校正后的基尼系数。',
    en: 'Concentration depends on the size of cells and the length of the window: figures of different cells don\'t compare. With fewer incidents than cells read the adjusted Gini.',
  },
  parameters: {
    most: { kind: 'number', label: { zh: '列出地址', en: 'Addresses listed' }, unit: { zh: '个', en: 'addresses' }, least: 1, most: 500, whole: true, otherwise: 50,
      why: { zh: '一个班次看得完的数量', en: 'As many as a shift can look at' } },
  },
  run(input, { most }: { most: number }) {
    if (input.chosen.rows.length === 0) throw new NothingToSay(none)
    const { cells, counts } = countByCell(input), { address, times, last, without } = callsByAddress(input)
    const repeats = [...address.keys()].filter(k => times[k]! > 1).sort((a, b) => times[b]! - times[a]! || address[a]! - address[b]!)
    return {
      cells, counts: [...counts], ...ranked(counts), concentration: concentration(counts.filter(n => n > 0), counts.length),
      repeats: repeats.slice(0, most).map(k => ({ address_id: address[k]!, count: times[k]!, last: new Date(last[k]! * 1000).toISOString() })),
      addresses: address.length, repeat_addresses: repeats.length, in_repeats: repeats.reduce((sum, k) => sum + times[k]!, 0), without_address: without,
    }
  },
}

interface Calls { address: number[], times: number[], /** Epoch seconds. */ last: number[], /** Incidents without an address. */ without: number }

function callsByAddress({ columns, chosen: { rows } }: Input): Calls {
  const place = new Map<number, number>(), calls: Calls = { address: [], times: [], last: [], without: 0 }
  for (let k = 0; k < rows.length; k++) {
    const address = columns.address[rows[k]!]!
    if (address === 0) { calls.without++; continue }
    let at = place.get(address)
    if (at === undefined) { place.set(address, at = calls.address.length); calls.address.push(address); calls.times.push(0); calls.last.push(0) }
    calls.times[at]!++
    // Rows are in order of time.
    calls.last[at] = columns.received[rows[k]!]!
  }
  return calls
}

/** Of each cell: the share of incidents that it and all busier ones hold, and which part of the 80-20 it belongs to. */
function ranked(counts: Float64Array): { group: string[], cumulative: (number | null)[] } {
  const total = counts.reduce((sum, n) => sum + n, 0), order = Uint32Array.from(counts, (_, i) => i).sort((a, b) => counts[b]! - counts[a]! || a - b)
  const group = new Array<string>(counts.length).fill('quiet'), cumulative = new Array<number | null>(counts.length).fill(null)
  let sum = 0
  for (const i of order) {
    if (counts[i] === 0) break
    group[i] = sum < total * 0.5 ? 'half' : sum < total * 0.8 ? 'four-fifths' : 'rest'
    cumulative[i] = (sum += counts[i]!) / total * 100
  }
  return { group, cumulative }
}
