import { personalIn } from '../command/call/personal.ts'
import { useMessages } from '../i18n.ts'
import { messages } from './messages.ts'

/** Why a text can't be sent, in words; empty where it can. The phone says it at once, the server would only refuse it later. */
export function useFreeText(): (text: string) => string {
  const { t } = useMessages(messages)
  return text => {
    const [found] = personalIn(text)
    return found ? t(`personal.${found}`) : ''
  }
}
