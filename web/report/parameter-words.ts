import type { Language } from '../i18n.ts'
import { valueAsText } from '../analyst/method/parameter.ts'
import type { MethodEntry } from '../analyst/types.ts'

/** A method's parameters in words: "邻域圈数 1 圈". Those that have no value say nothing. */
export function parameterWords(method: Pick<MethodEntry, 'parameters'>, values: Record<string, unknown>, language: Language): string[] {
  return Object.entries(method.parameters).filter(([name]) => values[name] !== undefined && values[name] !== null).map(([name, parameter]) => {
    const value = values[name]
    const said = parameter.kind === 'choice' ? parameter.options[String(value)]?.[language] ?? String(value) : `${valueAsText(value)} ${parameter.unit[language]}`.trim()
    return `${parameter.label[language]} ${said}`
  })
}
