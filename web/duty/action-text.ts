import { useMessages } from '../i18n.ts'
import type { Action } from './actions.ts'
import { messages } from './messages.ts'
import { useDuty } from './use-duty.ts'

/** Says what a tap meant. */
export function useActionText(): (action: Action) => string {
  const { t, locale } = useMessages(messages)
  const duty = useDuty()
  const named = (entry: { name: string, name_en: string } | undefined, code: string | undefined) => entry ? (locale.value === 'en' ? entry.name_en : entry.name) : code ?? ''
  return action => t(`action.${action.kind}`, {
    status: named(duty.copy?.statuses.find(each => each.code === action.status), action.status),
    type: named(duty.copy?.incidentTypes.find(each => each.code === action.resolved_code), action.resolved_code),
    text: action.text ?? '',
  })
}
