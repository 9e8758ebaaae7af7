import { personalIn } from '../command/call/personal.ts'
import type { Texts } from '../i18n.ts'

/** Why a text can't be sent, in words; empty where it can. The phone says it at once, the server would only refuse it later. */
export function freeTextRefusal(text: string, t: Texts['t']): string {
  const [found] = personalIn(text)
  return found ? t(`personal.${found}`) : ''
}
