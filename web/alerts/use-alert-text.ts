import { useMessages } from '../i18n.ts'
import { useCatalogue } from '../state/catalogue.ts'
import type { Alert } from '../state/live-events.ts'
import { useWords } from '../record/words.ts'
import { wordText } from '../record/value.ts'
import { alertText } from './alert-text.ts'
import { messages } from './messages.ts'

/** Says alerts in the language that is shown. */
export function useAlertText(): (alert: Alert) => { title: string, detail: string } {
  const texts = useMessages(messages)
  const words = useWords()
  const catalogue = useCatalogue()
  return alert => {
    const { locale } = words.value.clock
    return alertText(alert, texts, {
      english: locale === 'en',
      type: code => catalogue.nameOf('incident_type', code)[locale],
      status: code => catalogue.nameOf('unit_status', code)[locale],
      station: id => id === null ? '' : wordText(words.value.station(id), `#${id}`, locale),
    })
  }
}
