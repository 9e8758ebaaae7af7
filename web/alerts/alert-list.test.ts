import { describe, expect, it } from 'vitest'
import type { Alert, AlertEvent } from '../state/live-events.ts'
import { afterAlert, isWaiting, needsHand } from './alert-list.ts'
import { alertText, type AlertWords } from './alert-text.ts'
import { messages } from './messages.ts'

const alert = (id: number, more: Partial<Alert> = {}): Alert => ({
  id, rule_id: 1, rule: { name: '警情超时未派', name_en: 'Call not dispatched' }, kind: 'unanswered', subject: `incident/${id}`, level: 'alert', grade: 2, sound: true,
  raised_at: `2026-11-22T12:0${id}:00Z`, seen_at: '', cleared_at: null, acknowledged_at: null, actor: null, note: null, escalated_at: null,
  station_id: 3, incident_id: id, unit_id: null, longitude: null, latitude: null, data: { number: `J${id}`, minutes: 3, received_at: '2026-11-22T12:00:00Z' }, ...more,
})
const event = (id: number, change: AlertEvent['change'], more: Partial<Alert> = {}): AlertEvent => ({ ...alert(id, more), change })

describe('alerts', () => {
  it('stand worst first, the oldest of a grade first, each once, and go when they are over', () => {
    const list = [event(3, 'raised'), event(1, 'raised'), event(2, 'raised', { grade: 1 }), event(3, 'escalated')].reduce(afterAlert, [] as Alert[])
    expect(list.map(({ id }) => id)).toEqual([2, 1, 3])
    expect(afterAlert(list, event(2, 'cleared', { cleared_at: '2026-11-22T13:00:00Z' })).map(({ id }) => id)).toEqual([1, 3])
    expect(isWaiting(afterAlert(list, event(1, 'acknowledged', { acknowledged_at: '2026-11-22T13:00:00Z' }))[1]!)).toBe(false)
  })
  it('ask for somebody only where it isn\'t a mere warning', () => {
    expect([alert(1), alert(2, { level: 'warn' }), alert(3, { acknowledged_at: '2026-11-22T13:00:00Z' })].map(needsHand)).toEqual([true, false, false])
  })
})

const t = (language: 'zh' | 'en') => ({
  te: (name: string) => name.startsWith('kind.') && name.slice(5) in messages[language].kind,
  t: (name: string, values?: Record<string, unknown> | number) =>
    (messages[language].kind as Record<string, string>)[name.slice(5)]!.replaceAll(/\{(\w+)\}/g, (_, key: string) => String((values as Record<string, unknown>)[key])),
})
const words = (language: 'zh' | 'en'): AlertWords => ({
  english: language === 'en', now: Date.parse('2026-11-22T12:07:30Z'),
  type: code => ({ '0105': '伤害与抢劫' })[code] ?? code, status: code => code === 'meal' ? '用餐' : code, station: id => `站${id}`,
})

describe('what an alert says', () => {
  it('counts the minutes on while it is shown', () => {
    expect(alertText(alert(1), t('zh'), words('zh'))).toEqual({ title: '警情超时未派', detail: 'J1 已 7 分钟未派警' })
    expect(alertText(alert(1), t('en'), words('en'))).toEqual({ title: 'Call not dispatched', detail: 'J1: nobody sent for 7 min' })
  })

  it('names types, statuses and stations by their dictionaries', () => {
    expect(alertText(alert(1, { kind: 'incident', data: { number: 'J1', code: '0105' } }), t('zh'), words('zh'))).toEqual({ title: '伤害与抢劫', detail: 'J1' })
    expect(alertText(alert(1, { kind: 'unit_timer', data: { callsign: '闽D', status: 'meal', minutes: 70 } }), t('zh'), words('zh')).detail).toBe('闽D 处于“用餐”已 70 分钟')
    expect(alertText(alert(1, { kind: 'void', data: { rule: '5 分钟快反圈', rule_en: '5-minute circle', cells: 4, minutes: 12 } }), t('en'), words('en')).detail).toBe('站3: 4 cells beyond reach for 12 min · 5-minute circle')
  })

  it('of a kind that this client doesn\'t know yet is what its rule is called', () => {
    expect(alertText(alert(1, { kind: 'flood', rule: { name: '内涝', name_en: 'Flood' } }), t('en'), words('en'))).toEqual({ title: 'Flood', detail: 'incident/1' })
  })
})
