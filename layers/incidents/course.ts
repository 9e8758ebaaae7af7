import type { Random } from '../../seed/random.ts'
import type { IncidentType } from './dictionary.ts'

export type Status = 'received' | 'dispatched' | 'enroute' | 'on_scene' | 'handled' | 'closed' | 'transferred' | 'returned'
export type Channel = 'call' | 'walk_in' | 'patrol' | 'sensor' | 'transferred'
export interface Step { status: Status, at: number, actor: string }

const minute = 60_000

/** How a report came in; patrols find what can be seen from the street. */
export function channelOf(random: Random, type: IncidentType): Channel {
  const draw = random.next()
  const patrol = type.affinity === 'roads' ? 0.13 : type.affinity === 'entertainment' ? 0.09 : type.affinity === 'homes' ? 0.004 : 0.035
  if (draw < patrol) return 'patrol'
  const walkIn = type.code.startsWith('0104') ? 0.42 : type.code.startsWith('0504') ? 0.3 : type.code.startsWith('04') ? 0.12 : 0.05
  if (draw < patrol + walkIn) return 'walk_in'
  const sensor = type.code === '060402' ? 0.4 : type.code.startsWith('0302') ? 0.05 : 0.004
  if (draw < patrol + walkIn + sensor) return 'sensor'
  return draw < patrol + walkIn + sensor + (type.police ? 0.015 : 0.07) ? 'transferred' : 'call'
}

/** All that will ever happen to an incident, in order; the future part is cut off by the caller. */
export function stepsOf(random: Random, type: IncidentType, channel: Channel, received: number, station: string): Step[] {
  const steps: Step[] = [{ status: 'received', at: received, actor: channel === 'call' || channel === 'sensor' ? '110接警台' : `${station}派出所` }]
  let at = received
  const then = (status: Status, minutes: number, actor: string) => {
    at += Math.max(5, Math.round(minutes * 60)) * 1000
    steps.push({ status, at, actor })
  }
  const unit = `${station}${String(random.integer(1, 12)).padStart(2, '0')}`
  if (!type.police && random.chance(0.62)) {
    then('transferred', random.between(1.5, 9), '指挥室')
    if (random.chance(0.12)) then('returned', random.between(40, 900), '12345平台')
    then('closed', random.between(60, 2_000), '指挥室')
    return steps
  }
  if (channel !== 'patrol') {
    then('dispatched', random.between(0.4, 2.8), '指挥室')
    then('enroute', random.between(0.3, 2), unit)
    then('on_scene', 6.5 * Math.exp(0.5 * random.normal()), unit)
  } else then('on_scene', 0.2, unit)
  then('handled', 26 * Math.exp(0.7 * random.normal()), unit)
  then('closed', 8 + random.exponential(80), '指挥室')
  return steps
}

/** The open states, in the order in which the latest calls show them. */
const openStates: readonly Status[] = ['received', 'received', 'dispatched', 'dispatched', 'enroute', 'enroute', 'on_scene', 'on_scene', 'on_scene', 'transferred',
  'handled', 'on_scene', 'returned', 'handled']

/** The course of one of the latest calls: it has just come as far as the state that its turn gives it. */
export function openSteps(turn: number, received: number, now: number, station: string): Step[] {
  const last = openStates[turn % openStates.length]!
  const path: Status[] = last === 'transferred' ? ['received', 'transferred'] : last === 'returned' ? ['received', 'transferred', 'returned']
    : (['received', 'dispatched', 'enroute', 'on_scene', 'handled'] as const).slice(0, ['received', 'dispatched', 'enroute', 'on_scene', 'handled'].indexOf(last) + 1)
  const share = Math.min(0.8, 12 * minute / Math.max(1, now - received))
  return path.map((status, i) => ({
    status, at: received + Math.round((now - received) * share * i / path.length / 1000) * 1000,
    actor: status === 'received' ? '110接警台' : status === 'dispatched' || status === 'transferred' ? '指挥室' : status === 'returned' ? '12345平台' : `${station}${String(turn % 9 + 1).padStart(2, '0')}`,
  }))
}
