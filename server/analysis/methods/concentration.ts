import { concentration } from '../statistics/concentration.ts'
import { countByCell } from '../by-cell.ts'
import { none, NothingToSay, type Method } from '../method.ts'

export const method: Method = {
  id: 'concentration',
  title: { zh: '二八集中度与重复地址', en: '80-20 and repeat addresses' },
  purpose: { zh: '多少地方占了多少警情，哪些地址反复报警', en: 'How few places hold how many incidents, and which addresses call again and again' },
  source: 'Weisburd 2015; Bernasco & Steenbeek 2017 (adjusted Gini)',
  cells: true,
  parameters: {
    most: { kind: 'number', label: { zh: '列出地址', en: 'Addresses listed' }, unit: { zh: '个', en: 'addresses' }, least: 1, most: 500, whole: true, otherwise: 50,
      why: { zh: '一个班次看得完的数量', en: 'As many as a shift can look at' } },
  },
  run(input, { most }: { most: number }) {
    const { columns, chosen } = input
    if (chosen.rows.length === 0) throw new NothingToSay(none)
    const { counts } = countByCell(input), byAddress = new Map<number, { n: number, last: number }>()
    let without = 0
    for (const i of chosen.rows) {
      const address = columns.address[i]!
      if (address === 0) { without++; continue }
      const known = byAddress.get(address)
      if (known) { known.n++; known.last = Math.max(known.last, columns.received[i]!) } else byAddress.set(address, { n: 1, last: columns.received[i]! })
    }
    const repeats = [...byAddress].filter(([, { n }]) => n > 1).sort((a, b) => b[1].n - a[1].n || a[0] - b[0])
    return {
      cells: concentration(counts.filter(n => n > 0), counts.length),
      repeats: repeats.slice(0, most).map(([address_id, { n, last }]) => ({ address_id, count: n, last: new Date(last * 1000).toISOString() })),
      addresses: byAddress.size, repeat_addresses: repeats.length, in_repeats: repeats.reduce((sum, [, { n }]) => sum + n, 0), without_address: without,
    }
  },
}
