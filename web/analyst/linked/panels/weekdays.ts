/** Names of weekdays, Monday first, as their text lists them: one character each in Chinese, words elsewhere. */
export const weekdayNames = (text: string, locale: string): string[] => locale === 'zh' ? [...text] : text.split(' ')
