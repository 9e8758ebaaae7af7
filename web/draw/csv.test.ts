import { expect, it } from 'vitest'
import { areaCsv } from './csv.ts'

const header = ['图层', '项目', '数量', '单位', '说明']

it('opens in a spreadsheet with Chinese intact', () => {
  expect(areaCsv(header, [{ layer: '警情', what: '合计', value: 128, unit: '起', note: '' }]))
    .toBe('\ufeff图层,项目,数量,单位,说明\r\n警情,合计,128,起,\r\n')
})

it('leaves a hidden number empty, not zero', () => {
  expect(areaCsv(header, [{ layer: '人口', what: '常住', value: null, unit: '人', note: '<10' }])).toContain('人口,常住,,人,<10')
})

it('quotes commas and defuses formulas', () => {
  const csv = areaCsv(header, [{ layer: 'a,"b"', what: '=1+1', value: -1, unit: '', note: '@x' }])
  expect(csv).toContain('"a,""b""",\'=1+1,-1,,\'@x')
})
