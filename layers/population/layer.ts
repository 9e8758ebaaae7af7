import { count, instant, optionalCount, station, updated } from '../choices.ts'
import { defineLayer } from '../layer.ts'

const people = { zh: '人', en: 'people' }

export const layer = defineLayer({
  id: 'population',
  title: { zh: '实有人口', en: 'Population' },
  counted: { zh: '条', en: 'records' },
  geometry: 'Point',
  read: 'station',
  minZoom: 5, detailZoom: 16, maxZoom: 16,
  properties: {
    residents: { type: count, label: { zh: '常住', en: 'Residents' }, unit: people, read: 'anyone', tile: 16 },
    households: { type: count, label: { zh: '户数', en: 'Households' }, unit: { zh: '户', en: 'households' }, read: 'anyone', tile: 16 },
    registered: { type: count, label: { zh: '户籍', en: 'Registered here' }, unit: people, read: 'anyone' },
    floating: { type: count, label: { zh: '流动', en: 'Floating' }, unit: people, read: 'anyone' },
    over60: { type: count, label: { zh: '60 岁以上', en: 'Over 60' }, unit: people, read: 'anyone' },
    alone60: { type: count, label: { zh: '独居老人', en: 'Over 60, living alone' }, unit: people, read: 'station' },
    under14: { type: count, label: { zh: '14 岁以下', en: 'Under 14' }, unit: people, read: 'anyone' },
    surveyed_at: { type: instant, label: { zh: '采集时间', en: 'Surveyed' }, read: 'anyone' },
    address_id: { type: optionalCount, label: { zh: '地址', en: 'Address' }, read: 'anyone' },
    ...station, ...updated,
  },
  measures: {
    residents: { label: { zh: '常住人口', en: 'Residents' }, read: 'anyone' },
    households: { label: { zh: '户数', en: 'Households' }, read: 'station' },
    floating: { label: { zh: '流动人口', en: 'Floating population' }, read: 'station' },
    over60: { label: { zh: '60 岁以上', en: 'Over 60' }, read: 'station' },
    under14: { label: { zh: '14 岁以下', en: 'Under 14' }, read: 'station' },
  },
  smallCounts: true,
  legend: {
    zh: '人数按地址和网格计，不含个人信息；他所辖区内少于 10 的非零数显示为“<10”',
    en: 'Counts per address and cell, never persons; outside your stations non-zero counts under 10 read "<10"',
  },
  popup: ['residents', 'households', 'floating', 'over60', 'under14', 'surveyed_at'],
  atAddress: true,
})
