import type { ResponseRule } from '../../coverage/api.ts'
import { useMessages } from '../../i18n.ts'
import { useCatalogue } from '../../state/catalogue.ts'
import type { AlertRule } from './api.ts'
import { messages } from './messages.ts'

/** A rule in one line: where, when, from how much on, and what follows. */
export function useSummaries(): { ofRule(rule: AlertRule): string, ofCircle(circle: ResponseRule): string } {
  const { t, te, locale } = useMessages(messages)
  const catalogue = useCatalogue()
  const comma = () => locale.value === 'zh' ? '、' : ', '
  const station = (id: number) => catalogue.dictionaries?.stations.find(each => each.id === id)?.name ?? t('otherDivision', { id })
  const named = (dictionary: 'incident_type' | 'place_category', code: string) => {
    const entry = catalogue.dictionaries?.[dictionary].find(each => each.code === code)
    return entry ? (locale.value === 'zh' ? entry.name : entry.name_en) : code
  }
  const places = (ids: readonly number[]) => ids.length === 0 ? t('summary.city') : ids.length <= 2 ? ids.map(station).join(comma()) : t('summary.some', { n: ids.length })

  function ofRule(rule: AlertRule): string {
    return [
      places(rule.division_id === null ? [] : [rule.division_id]), ...rule.area ? [t('hasArea')] : [],
      ...rule.type_prefixes.length ? [t('summary.types', { list: rule.type_prefixes.map(code => named('incident_type', code)).join(comma()) })] : [],
      ...rule.kind === 'burst' ? [t('summary.count', { n: rule.threshold ?? 0, minutes: rule.window_minutes ?? 0 })] : rule.threshold === null ? [] : [t('summary.threshold', { n: rule.threshold })],
      ...rule.from_hour === null ? [] : [t('summary.hours', { from: rule.from_hour, to: rule.to_hour })],
      ...rule.weekdays.length ? [t('summary.days', { list: rule.weekdays.map(day => t(`days.${day}`)).join(comma()) })] : [],
      t(`grades.${rule.grade}`), ...rule.quiet_minutes ? [t('summary.quiet', { n: rule.quiet_minutes })] : [], ...rule.escalate_minutes === null ? [] : [t('summary.escalate', { n: rule.escalate_minutes })],
    ].join(' · ')
  }
  function ofCircle(circle: ResponseRule): string {
    return [
      t('summary.limit', { n: circle.minutes }), places(circle.division_ids),
      ...circle.unit_kinds.length ? [circle.unit_kinds.map(kind => te(`unit.${kind}`) ? t(`unit.${kind}`) : kind).join(comma())] : [],
      ...circle.tied_to === 'place' ? [circle.place_categories.map(code => named('place_category', code)).join(comma())] : [],
      t('summary.void', { n: circle.void_alert_minutes }),
    ].join(' · ')
  }
  return { ofRule, ofCircle }
}
