import { latLngToCell } from 'h3-js'
import { describe, expect, it } from 'vitest'
import { scaleBar } from './scale-bar.ts'
import { parameterWords } from './parameter-words.ts'
import { textsIn } from './texts.ts'
import { hasPlaces, topPlaces } from './top-places.ts'
import type { Sheet } from './sheet.ts'

const label = { zh: '', en: '' }
const cells = [24.45, 24.5, 24.55, 24.6].map(latitude => latLngToCell(latitude, 118.1, 9))
const method = {
  id: 'gi_star', title: label, source: '', limits: null, ranks: 'z',
  shows: { confidence: { kind: 'confidence', label, unit: label }, z: { kind: 'difference', decimals: 2, label, unit: label }, rate: { kind: 'amount', decimals: 1, label, unit: label } },
} satisfies Sheet['method']

describe('the cells that stand out', () => {
  it('are the highest by what the method ranks by, numbered from the first', () => {
    const top = topPlaces({ method, result: { cells, confidence: [0, 99, 95, 0], z: [1, 5, 4, -2], rate: [null, null, null, null] } }, { rows: 2, columns: 5 })!
    expect(top.rows.map(({ rank, values }) => [rank, values])).toEqual([[1, [99, 5]], [2, [95, 4]]])
    expect(top.rows[0]!.latitude).toBeCloseTo(24.5, 2)
  })
  it('leave out columns that say nothing of them', () => {
    expect(topPlaces({ method, result: { cells, confidence: [0, 0, 0, 0], z: [1, 5, 4, -2], rate: [null, null, null, null] } }, { rows: 2, columns: 5 })!.columns.map(({ name }) => name)).toEqual(['confidence', 'z'])
  })
  it('are the largest clusters, where the answer is clusters; those without an area are none', () => {
    const hull = (x: number) => [[x, 24], [x + 0.2, 24], [x + 0.1, 24.3], [x, 24]]
    const result = { clusters: [{ count: 9, hull: hull(118) }, { count: 7, hull: [[1, 2]] }, { count: 6, hull: [[1, 2], [1, 3], [1, 2]] }, { count: 5, hull: hull(119) }] }, top = topPlaces({ method, result }, { rows: 2, columns: 5 })!
    expect(top.rows.map(({ rank, values }) => [rank, ...values])).toEqual([[1, 9], [2, 5]])
    expect(top.rows[1]!.longitude).toBeCloseTo(119.1)
    expect(top.rows[0]!.outline.coordinates).toEqual([hull(118)])
  })
  it('are what a map needs: without any, an area or a zone there is no map', () => {
    const sheet = { result: { hours: [] }, question: { selection: { from: '', to: '' } }, zones: [], parts: ['map', 'zones'] } as unknown as Sheet
    expect([hasPlaces(sheet), hasPlaces({ ...sheet, result: { cells } }), hasPlaces({ ...sheet, zones: [{} as Sheet['zones'][0]] })]).toEqual([false, true, true])
  })
  it('are none where no cell is above zero, and where there are no cells', () => {
    expect(topPlaces({ method, result: { cells, z: [0, -1, 0, 0] } }, { rows: 2, columns: 2 })).toBeNull()
    expect(topPlaces({ method, result: { hours: [] } }, { rows: 2, columns: 2 })).toBeNull()
  })
})

it('writes a small parameter as it is, not rounded away', () => {
  const share = { kind: 'number', least: 0, most: 1, otherwise: 0.05, label: { zh: '显著水平', en: 'Level' }, why: label, unit: label } as const
  expect(parameterWords({ parameters: { share, none: share } }, { share: 0.05, none: null }, 'zh')).toEqual(['显著水平 0.05'])
})

it('draws a scale of a round length that fits the map', () => {
  expect(scaleBar(12.3, 'zh')).toEqual({ pixels: 1000 / 12.3, text: '1 公里' })
  expect(scaleBar(4.6, 'en')).toEqual({ pixels: 500 / 4.6, text: '500 m' })
})

it('keeps the report\'s language, whatever that of the page is', () => {
  expect([textsIn('en')('sizeOf', { n: 3 }), textsIn('zh')('sizeOf', { n: 3 })]).toEqual(['3 incidents', '3 起'])
})
