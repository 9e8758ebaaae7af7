import type { Label } from '../../layers/layer.ts'
import type { Shown } from './method.ts'

// Columns that several methods show, worded once.

export const incidents: Label = { zh: '起', en: 'incidents' }
export const percent: Label = { zh: '%', en: '%' }
const noUnit: Label = { zh: '', en: '' }

export const amount = (zh: string, en: string, unit: Label, decimals = 0): Shown => ({ kind: 'amount', label: { zh, en }, unit, decimals })
export const difference = (zh: string, en: string, unit: Label, decimals = 0): Shown => ({ kind: 'difference', label: { zh, en }, unit, decimals })
export const figure = (zh: string, en: string, unit: Label = noUnit, decimals = 0): Shown => ({ kind: 'figure', label: { zh, en }, unit, decimals })

export const counts = amount('警情数', 'Incidents', incidents)
export const confidence = { kind: 'confidence', label: { zh: '置信度', en: 'Confidence' }, unit: percent } satisfies Shown
export const zScore = difference('Z 值', 'z-score', { zh: '倍标准差', en: 'deviations' }, 2)
export const pValue = figure('P 值', 'p-value', noUnit, 4)
export const pAdjusted = figure('校正后 P 值', 'p-value, corrected', noUnit, 4)
