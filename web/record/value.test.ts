import { describe, expect, it } from 'vitest'
import { layer as disputes } from '../../layers/disputes/layer.ts'
import { layer as incidents } from '../../layers/incidents/layer.ts'
import { layer as places } from '../../layers/places/layer.ts'
import { layer as units } from '../../layers/units/layer.ts'
import { isInstant, isReference, numberText, valueText, type Words } from './value.ts'

const words = (locale: 'zh' | 'en'): Words => ({
  clock: { now: new Date('2026-11-22T13:04:00Z'), timeZone: 'Asia/Shanghai', locale },
  dictionary: (name, code) => name === 'incident_type' && code === '0203' ? { name: '电动车盗窃', name_en: 'E-bike theft' } : undefined,
  station: id => id === 7 ? { name: '莲前派出所', name_en: 'Lianqian station' } : undefined,
})

describe('a value of a record', () => {
  const { properties } = incidents
  it('is called by its dictionary, in the language of the page', () => {
    expect(valueText('code', properties.code, '0203', words('zh')).text).toBe('电动车盗窃')
    expect(valueText('code', properties.code, '0203', words('en')).text).toBe('E-bike theft')
  })
  it('stays a code where the dictionary does not know it', () => {
    expect(valueText('code', properties.code, '9901', words('zh')).text).toBe('9901')
  })
  it('is called by its dictionary where it is several, too', () => {
    const abilities: Words = { ...words('zh'), dictionary: (_, code) => code === 'aed' ? { name: 'AED', name_en: 'AED' } : code === 'first_aid' ? { name: '急救', name_en: 'First aid' } : undefined }
    expect(valueText('capabilities', units.properties.capabilities, ['first_aid', 'aed', 'new'], abilities).text).toBe('急救、AED、new')
    expect(valueText('capabilities', units.properties.capabilities, ['first_aid', 'aed'], { ...abilities, clock: words('en').clock }).text).toBe('First aid, AED')
  })
  it('is called by its choice', () => {
    expect(valueText('grade', disputes.properties.grade, 'A', words('zh')).text).toBe('A 级')
  })
  it('is an age where it is an instant, with the instant in full behind it', () => {
    expect(valueText('received_at', properties.received_at, '2026-11-22T12:52:00Z', words('zh')))
      .toEqual({ text: '12 分钟前', title: '2026-11-22 20:52:00', numeric: true })
  })
  it('never takes missing for zero', () => {
    expect(valueText('occupancy_limit', places.properties.occupancy_limit, null, words('zh'))).toEqual({ text: '未填', missing: true })
    expect(valueText('occupancy_limit', places.properties.occupancy_limit, 0, words('zh')).text).toBe('0 人')
  })
  it('has its unit and its thousands apart', () => {
    expect(valueText('occupancy_limit', places.properties.occupancy_limit, 12500, words('zh')).text).toBe('12,500 人')
    expect(numberText(2.46, 'en', { zh: '米', en: 'm' })).toBe('2.5 m')
  })
  it('names the station', () => {
    expect(valueText('station_id', properties.station_id, 7, words('en')).text).toBe('Lianqian station')
    expect(valueText('station_id', properties.station_id, 8, words('en')).text).toBe('#8')
  })
})

it('tells instants and references from the rest', () => {
  expect(isInstant(disputes.properties.due_at)).toBe(true)
  expect(isInstant(disputes.properties.number)).toBe(false)
  expect(isReference('address_id')).toBe(true)
  expect(isReference('station_id')).toBe(false)
})
