// Each kind of alert on facts of its own: what holds, and what doesn't.
import { describe, expect, it } from 'vitest'
import type { AlertKind, AlertRule } from '../rules/rule.ts'
import { burst, expectedOf } from './burst.ts'
import { handover } from './handover.ts'
import { incident } from './incident.ts'
import type { OpenIncident } from './open-incidents.ts'
import { outbox } from './outbox.ts'
import { rollCall } from './roll-call.ts'
import { staleUnit } from './stale-unit.ts'
import { unanswered } from './unanswered.ts'
import { unitTimer, type TimedUnit } from './unit-timer.ts'
import { voidKind } from './void.ts'

const now = new Date('2026-11-20T04:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const moment = { now, under: new Map([[9, new Set([1])]]) }
const ruleOf = (kind: AlertKind, more: Partial<AlertRule> = {}): AlertRule => ({
  id: 5, name: '规则', name_en: 'Rule', kind, type_prefixes: [], division_id: null, area: null, from_hour: null, to_hour: null, weekdays: [],
  threshold: null, window_minutes: null, quiet_minutes: 0, escalate_minutes: null, grade: 2, sound: true, enabled: true, ...more,
})
const call = (more: Partial<OpenIncident> = {}): OpenIncident =>
  ({ id: 1, number: 'J1', code: '010501', grade: 3, status: 'received', received_at: ago(10), station_id: 1, longitude: 118, latitude: 24, ...more })
const subjects = (held: { subject: string }[]) => held.map(({ subject }) => subject)

describe('an incident', () => {
  const rule = ruleOf('incident', { type_prefixes: ['0105'] })
  it('of a serious type raises its hand, others don\'t', () => {
    expect(incident.hold(rule, [call(), call({ id: 2, code: '030101' })], moment)).toMatchObject([{ subject: 'incident/1', incident_id: 1, station_id: 1, data: { number: 'J1', code: '010501' } }])
  })
  it('that somebody graded 1 raises it whatever its type', () => {
    expect(subjects(incident.hold(rule, [call({ id: 2, code: '030101', grade: 1 })], moment))).toEqual(['incident/2'])
  })
  it('outside the rule\'s division doesn\'t', () => {
    expect(incident.hold({ ...rule, division_id: 9 }, [call({ station_id: 2 })], moment)).toEqual([])
  })
})

describe('a call that nobody was sent to', () => {
  const rule = ruleOf('unanswered', { threshold: 3 })
  it('raises its hand after the threshold, with its minutes', () => {
    const held = unanswered.hold(rule, [call({ received_at: ago(3) }), call({ id: 2, received_at: ago(2.9) }), call({ id: 3, status: 'dispatched' })], moment)
    expect(held).toMatchObject([{ subject: 'incident/1', data: { minutes: 3 } }])
  })
})

describe('a burst', () => {
  const rule = ruleOf('burst', { threshold: 8, window_minutes: 30 })
  const count = (n: number, before: number[]) => ({ rule_id: 5, station_id: 1, now: n, before, longitude: 118, latitude: 24 })
  it('is more than the threshold and than in any of the eight weeks before, and says the figures', () => {
    expect(burst.hold(rule, [count(9, [1, 8, 2, 3, 4, 5, 2, 2])], moment)).toMatchObject([{ subject: 'station/1', data: { count: 9, minutes: 30, expected: { median: 2.5, low: 1, high: 8, weeks: 8 } } }])
    expect(burst.hold(rule, [count(9, [1, 9, 2, 3, 4, 5, 2, 2])], moment)).toEqual([])
    expect(burst.hold(rule, [count(7, [0, 0, 0, 0, 0, 0, 0, 0])], moment)).toEqual([])
  })
  it('goes by the threshold alone where fewer than four weeks are known', () => {
    expect(expectedOf([20, 30, 40])).toBeNull()
    expect(burst.hold(rule, [count(8, [20, 30, 40])], moment)).toMatchObject([{ data: { expected: null } }])
  })
  it('counts for the rule that asked only', () => {
    expect(burst.hold({ ...rule, id: 6 }, [count(9, [])], moment)).toEqual([])
  })
})

describe('a unit too long in its status', () => {
  const unit = (minutes: number, more: Partial<TimedUnit> = {}): TimedUnit =>
    ({ id: 4, callsign: '闽D·1001警', status: 'enroute', status_since: ago(minutes), warn_minutes: 8, alert_minutes: 15, station_id: 1, incident_id: 1, longitude: 118, latitude: 24, ...more })
  const levels = (minutes: number, rule = ruleOf('unit_timer'), more: Partial<TimedUnit> = {}) => unitTimer.hold(rule, [unit(minutes, more)], moment).map(({ level }) => level)
  it('warns first, then alerts', () => {
    expect([7.9, 8, 14.9, 15, 60].map(minutes => levels(minutes))).toEqual([[], ['warn'], ['warn'], ['alert'], ['alert']])
  })
  it('takes the rule\'s minutes for the alert where it has some', () => {
    expect(levels(11, ruleOf('unit_timer', { threshold: 11 }))).toEqual(['alert'])
    expect(levels(5, ruleOf('unit_timer', { threshold: 5 }))).toEqual(['alert'])
  })
  it('needs minutes from somewhere', () => {
    expect(levels(500, ruleOf('unit_timer'), { warn_minutes: null, alert_minutes: null })).toEqual([])
  })
  it('is another subject at the next level and in the next status, so that each is acknowledged by itself', () => {
    const [warn] = unitTimer.hold(ruleOf('unit_timer'), [unit(9)], moment), [alert] = unitTimer.hold(ruleOf('unit_timer'), [unit(16)], moment)
    expect(warn!.subject).not.toBe(alert!.subject)
  })
})

describe('the other kinds', () => {
  it('a unit that doesn\'t say where it is', () => {
    const unit = { id: 4, callsign: 'A', status: 'patrolling', station_id: 1, longitude: null, latitude: null }
    expect(staleUnit.hold(ruleOf('stale_unit'), [{ ...unit, heard_at: ago(31) }, { ...unit, id: 5, heard_at: ago(29) }], moment)).toMatchObject([{ subject: 'unit/4', data: { callsign: 'A', minutes: 31 } }])
    expect(subjects(staleUnit.hold(ruleOf('stale_unit', { threshold: 10 }), [{ ...unit, id: 5, heard_at: ago(29) }], moment))).toEqual(['unit/5'])
  })
  it('a void that lasts, by station, and the whole city\'s', () => {
    const lasting = { rule_id: 2, rule: { name: '3 分钟', name_en: '3 minutes' }, station: { id: 1, name: '湖里' }, stations: 1, cells: 4, since: ago(23), longitude: 118, latitude: 24 }
    expect(voidKind.hold(ruleOf('void'), [lasting], moment)).toMatchObject([{ subject: 'void/2/1', station_id: 1, data: { rule: '3 分钟', cells: 4, minutes: 23, station: '湖里' } }])
    expect(voidKind.hold(ruleOf('void', { threshold: 30 }), [lasting], moment)).toEqual([])
    expect(voidKind.hold(ruleOf('void', { division_id: 9 }), [{ ...lasting, station: null, stations: 12 }], moment)).toEqual([])
    expect(subjects(voidKind.hold(ruleOf('void'), [{ ...lasting, station: null, stations: 12 }], moment))).toEqual(['void/2/city'])
  })
  it('a hand-over whose time is up', () => {
    const item = { id: 3, incident_id: 1, number: 'J1', code: '040101', department: '城管', department_en: 'Urban management', state: 'sent', due_at: ago(1), station_id: 1, longitude: 118, latitude: 24 }
    expect(handover.hold(ruleOf('handover'), [item], moment)).toMatchObject([{ subject: 'handover/3', data: { number: 'J1', department: '城管' } }])
    expect(handover.hold(ruleOf('handover', { threshold: 60 }), [item], moment)).toEqual([])
    expect(handover.hold(ruleOf('handover', { type_prefixes: ['01'] }), [item], moment)).toEqual([])
  })
  it('deliveries that are stuck, one alert a department', () => {
    const stuck = [{ department_id: 2, department: '城管', department_en: 'Urban management', created: [ago(40), ago(16), ago(5)] }, { department_id: 3, department: '消防', department_en: 'Fire', created: [ago(2)] }]
    expect(outbox.hold(ruleOf('outbox'), stuck, moment)).toMatchObject([{ subject: 'department/2', station_id: null, data: { n: 2, department: '城管', minutes: 40 } }])
  })
  it('a roll-call that somebody didn\'t answer in time', () => {
    const roll = { id: 8, station_id: 1, due_at: ago(1), callsign: '湖里01', unit_id: 4, n: 2, called: 9 }
    expect(rollCall.hold(ruleOf('roll_call'), [roll], moment)).toMatchObject([{ subject: 'roll_call/8', unit_id: null, data: { callsign: '湖里01', n: 2, called: 9 } }])
    expect(rollCall.hold(ruleOf('roll_call', { threshold: 5 }), [roll], moment)).toEqual([])
  })
})
