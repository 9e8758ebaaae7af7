import type { Label } from '../../../layers/layer.ts'
import type { Services } from '../../services.ts'

/** What things are called: labels of the layer, of dictionaries and of stations. */
export interface Words {
  kind(kind: string): Label
  meaning(meaning: string): Label
  capability(code: string): Label
  station(id: number | null): Label
}

export async function readWords({ layers, vocabulary }: Services): Promise<Words> {
  const { dictionaries } = await vocabulary()
  const properties = layers.get('units')!.layer.properties
  const choice = (property: string, value: string): Label => properties[property]?.choices?.[value] ?? { zh: value, en: value }
  const capabilities = new Map(dictionaries.capability.map(({ code, name, name_en }) => [code, { zh: name, en: name_en }]))
  const stations = new Map(dictionaries.stations.map(({ id, name, name_en }) => [id, { zh: name.replace(/派出所$/, ''), en: name_en ?? name }]))
  return {
    kind: kind => choice('kind', kind),
    meaning: meaning => choice('meaning', meaning),
    capability: code => capabilities.get(code) ?? { zh: code, en: code },
    station: id => (id === null ? undefined : stations.get(id)) ?? { zh: '未知单位', en: 'an unknown station' },
  }
}

/** 18 分钟 / 18 min; hours from two on. */
export function span(minutes: number): Label {
  const whole = Math.max(0, Math.round(minutes))
  if (whole < 120) return { zh: `${whole} 分钟`, en: `${whole} min` }
  const hours = Math.round(whole / 60)
  return { zh: `${hours} 小时`, en: `${hours} h` }
}

/** Travel time: tenths of a minute, whole minutes from ten on. */
export function travelSpan(seconds: number): Label {
  const minutes = seconds / 60
  const text = minutes < 9.95 ? minutes.toFixed(1) : String(Math.round(minutes))
  return { zh: `${text} 分钟`, en: `${text} min` }
}

export function distance(metres: number): Label {
  return metres < 950 ? { zh: `${Math.round(metres / 10) * 10} 米`, en: `${Math.round(metres / 10) * 10} m` } : { zh: `${(metres / 1000).toFixed(1)} 公里`, en: `${(metres / 1000).toFixed(1)} km` }
}

export const list = (labels: readonly Label[]): Label => ({ zh: labels.map(each => each.zh).join('、'), en: labels.map(each => each.en).join(', ') })
export const join = (labels: readonly Label[]): Label => ({ zh: labels.map(each => each.zh).join(' · '), en: labels.map(each => each.en).join(' · ') })
/** `say`, in both languages at once: say`缺 ${x}`(`lacks ${x}`) would hide the words; a pair shows them. */
export const pair = (zh: string, en: string): Label => ({ zh, en })
