import type { Label } from '../../../layers/layer.ts'
import type { UnitNow } from '../../positions/units.ts'
import type { DispatchSettings } from './settings.ts'
import { list, pair, span, type Words } from './words.ts'

/** The incident, as far as it matters for who is sent. */
export interface Need {
  incidentId: number
  grade: number
  stationId: number | null
  /** Without these a unit isn't proposed. */
  needed: readonly string[]
  /** Each that is missing costs. */
  wanted: readonly string[]
  /** Empty: every kind. */
  kinds: readonly string[]
}

/** Facts that aren't in the unit itself. */
export interface Facts {
  /** Where units are sent at the moment. */
  tasks: ReadonlyMap<number, { incidentId: number, number: string, grade: number, arrived: boolean }>
  /** When units ended their last job, epoch ms; only those within the rest time. */
  jobEnded: ReadonlyMap<number, number>
}

export interface Reason {
  code: string
  for: boolean
  text: Label
  /** What it adds to the score; 0 for what is only said. */
  seconds: number
}

/** Whether a unit may be proposed, and what speaks for and against it. */
export interface Judgement { fit: boolean, diverted: boolean, reasons: Reason[] }

const gradeLabel = (grade: number): Label => pair(`${['一', '二', '三'][grade - 1] ?? grade}级`, `grade ${grade}`)
const against = (code: string, text: Label, seconds = 0): Reason => ({ code, for: false, text, seconds })
const inFavour = (code: string, text: Label): Reason => ({ code, for: true, text, seconds: 0 })

/**
 * Judge a unit by itself, before anybody asks how long it takes.
 *
 * @param now  epoch ms
 */
export function judge(unit: UnitNow, need: Need, facts: Facts, settings: DispatchSettings, words: Words, now: number): Judgement {
  const no = (...reasons: Reason[]): Judgement => ({ fit: false, diverted: false, reasons })
  if (need.kinds.length && !need.kinds.includes(unit.kind)) return no(against('kind', pair('不是所要的警力类型', 'not a kind that was asked for')))
  const task = facts.tasks.get(unit.id)
  if (task?.incidentId === need.incidentId) return no(against('here', pair('已派往本警情', 'sent to this incident already')))
  const diverted = unit.meaning === 'enroute' && task !== undefined && !task.arrived && task.grade > need.grade
  if (unit.meaning !== 'available' && !diverted) return no(busy(unit, task, words))
  const age = unit.fix ? (now - unit.fix.at) / 60_000 : Infinity
  if (age > settings.stale_minutes) return no(against('stale_fix', unit.fix ? pair(`定位已过期 ${span(age).zh}`, `its fix is ${span(age).en} old`) : pair('没有定位', 'no fix')))
  const lacks = need.needed.filter(code => !unit.capabilities.includes(code))
  if (lacks.length) { const names = list(lacks.map(words.capability)); return no(against('needed_capability', pair(`不具备 ${names.zh}`, `can't: ${names.en}`))) }
  return { fit: true, diverted, reasons: [...statusReasons(diverted, task, settings), ...ableReasons(unit, need, settings, words), ...dutyReasons(unit, need, facts, settings, words, now)] }
}

function busy(unit: UnitNow, task: { number: string, grade: number } | undefined, words: Words): Reason {
  const meaning = words.meaning(unit.meaning)
  if (unit.meaning === 'enroute' && task) return against('enroute', pair(`正赶往 ${task.number}（${gradeLabel(task.grade).zh}）`, `on its way to ${task.number} (${gradeLabel(task.grade).en})`))
  return against(unit.meaning, pair(meaning.zh, meaning.en.toLowerCase()))
}

function statusReasons(diverted: boolean, task: { number: string, grade: number } | undefined, { weights }: DispatchSettings): Reason[] {
  if (!diverted || !task) return []
  const grade = gradeLabel(task.grade)
  return [against('diversion', pair(`改派：正赶往 ${task.number}（${grade.zh}）`, `diverted from ${task.number} (${grade.en})`), weights.diversion)]
}

function ableReasons({ capabilities, crew }: UnitNow, { needed, wanted, grade }: Need, { weights, crew: people }: DispatchSettings, words: Words): Reason[] {
  const reasons: Reason[] = []
  const has = [...new Set([...needed, ...wanted])].filter(code => capabilities.includes(code))
  const lacks = wanted.filter(code => !capabilities.includes(code))
  if (has.length) { const names = list(has.map(words.capability)); reasons.push(inFavour('capability', pair(`具备 ${names.zh}`, `has ${names.en}`))) }
  if (lacks.length) { const names = list(lacks.map(words.capability)); reasons.push(against('wanted_capability', pair(`缺 ${names.zh}`, `lacks ${names.en}`), lacks.length * weights.missing_capability)) }
  const short = (people[grade as 1 | 2 | 3] ?? 1) - crew
  reasons.push(short > 0 ? against('crew', pair(`仅 ${crew} 人`, `crew of ${crew} only`), short * weights.missing_person) : inFavour('crew', pair(`${crew} 人`, `crew of ${crew}`)))
  return reasons
}

function dutyReasons({ id, stationId }: UnitNow, need: Need, { jobEnded }: Facts, { weights, rest_minutes: rest }: DispatchSettings, words: Words, now: number): Reason[] {
  const reasons: Reason[] = []
  const ended = jobEnded.get(id)
  if (ended !== undefined && rest > 0) {
    const minutes = (now - ended) / 60_000
    if (minutes < rest) reasons.push(against('rest', pair(`${span(minutes).zh}前刚处警完`, `its last job ended ${span(minutes).en} ago`), Math.round(weights.rest * (1 - minutes / rest))))
  }
  if (need.stationId !== null) {
    const station = words.station(stationId)
    reasons.push(stationId === need.stationId ? inFavour('home', pair('本所警力', 'of the station in charge')) : against('other_station', pair(`属${station.zh}`, `of ${station.en}`), weights.other_station))
  }
  return reasons
}

/** What a shift that ends about the time of arrival costs. @param travelSeconds  until it is there */
export function shiftReason({ shiftTo }: Pick<UnitNow, 'shiftTo'>, travelSeconds: number, { weights, shift_minutes: within }: DispatchSettings, now: number): Reason | undefined {
  if (shiftTo === null) return undefined
  const left = (shiftTo - now) / 60_000
  const share = 1 - Math.max(0, left - travelSeconds / 60) / within
  if (share <= 0) return undefined
  const text = left <= 0 ? pair('已过下岗时间', 'its shift is over') : pair(`${span(left).zh}后下岗`, `its shift ends in ${span(left).en}`)
  return against('shift_end', text, Math.round(weights.shift_end * share))
}
