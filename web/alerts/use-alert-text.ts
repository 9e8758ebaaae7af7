import { i18n } from '../i18n.ts'
import { useCatalogue } from '../state/catalogue.ts'
import type { Alert } from '../state/live-events.ts'
import { useWords } from '../record/words.ts'
import { wordText } from '../record/value.ts'
import { alertText } from './alert-text.ts'
import { messages } from './messages.ts'

// Views with texts of their own say alerts too, so these are everybody's.
for (const language of ['zh', 'en'] as const) i18n.global.mergeLocaleMessage(language, { alert: { kind: messages[language].kind } } as never)
const texts = {
  t: (name: string, values?: Record<string, unknown> | number) => i18n.global.t(`alert.${name}`, values as never),
  te: (name: string) => i18n.global.te(`alert.${name}`, 'zh'),
}

/** Says alerts in the language that is shown. */
export function useAlertText(): (alert: Alert) => { title: string, detail: string } {
  const words = useWords()
  const catalogue = useCatalogue()
  return alert => {
    const { locale } = words.value.clock
    return alertText(alert, texts, {
      english: locale === 'en', now: catalogue.clock(),
      type: code => catalogue.nameOf('incident_type', code)[locale],
      status: code => catalogue.nameOf('unit_status', code)[locale],
      station: id => id === null ? '' : wordText(words.value.station(id), `#${id}`, locale),
    })
  }
}
