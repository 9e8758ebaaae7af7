import type { Ref } from 'vue'
import { createI18n, useI18n } from 'vue-i18n'
import type { Label } from '../layers/layer.ts'

export type Language = 'zh' | 'en'

export const i18n = createI18n({ legacy: false, locale: 'zh' as Language, fallbackLocale: 'zh', messages: { zh: {}, en: {} } })

/**
 * Texts of one feature, loaded with it. Every language must have every text of the Chinese one.
 *
 * @param messages  what the feature's messages.ts exports
 */
export function useMessages<M extends object>(messages: { zh: M, en: Shape<M> }): Texts {
  return useI18n({ useScope: 'local', inheritLocale: true, messages: messages as never }) as unknown as Texts
}

/** What `useMessages` gives: `t('name')`, `t('name', { value })`, and the language. */
export interface Texts {
  t: (name: string, values?: Record<string, unknown> | number) => string
  /** Whether there is such a text. */
  te: (name: string) => boolean
  locale: Ref<string>
}

/** The text of a declaration's label in the language that is shown. */
export const useLabel = () => {
  const { locale } = useI18n({ useScope: 'global' })
  return (label: Label): string => label[locale.value as Language]
}

type Shape<M> = { [K in keyof M]: M[K] extends object ? Shape<M[K]> : string }
