import { formatInstant } from '../state/time.ts'
import { printDensity } from './print-map.ts'
import type { Sheet } from './sheet.ts'
import { textsIn } from './texts.ts'

/** What a file of a report is called: `report-12`. */
export const fileName = ({ id }: Pick<Sheet, 'id'>): string => `report-${id ?? 'preview'}`

/** What stands below the picture: of which data it is, in the city's own time, whose and which report. */
export function footOf({ language, as_of, revision, author, id }: Pick<Sheet, 'language' | 'as_of' | 'revision' | 'author' | 'id'>, timeZone: string): string {
  const t = textsIn(language)
  return `${t('dataOf', { at: formatInstant(Date.parse(as_of), timeZone), revision })} · ${author} · ${t('report')} ${id ?? ''}`.trim()
}

/** Save the report's map as a PNG with its title above and what it is of below, so that it can be told later. */
export async function savePicture(sheet: Sheet, picture: string, timeZone: string): Promise<void> {
  const image = new Image()
  image.src = picture
  await image.decode()
  const unit = printDensity, edge = 16 * unit, head = 52 * unit, foot = 30 * unit
  const canvas = document.createElement('canvas')
  canvas.width = image.width + 2 * edge
  canvas.height = image.height + head + foot
  const context = canvas.getContext('2d')!
  const font = (size: number, weight = 400) => `${weight} ${size * unit}px ${getComputedStyle(document.body).fontFamily}`
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, edge, head)
  context.fillStyle = '#111827'
  context.font = font(16, 700)
  context.fillText(sheet.title, edge, 24 * unit, image.width)
  context.font = font(10)
  context.fillStyle = '#52607a'
  context.fillText([sheet.method.title[sheet.language], ...sheet.selection.map(({ text }) => text)].join(' · '), edge, 42 * unit, image.width)
  context.fillText(footOf(sheet, timeZone), edge, canvas.height - 12 * unit, image.width)
  const link = document.createElement('a')
  link.download = `${fileName(sheet)}.png`
  link.href = canvas.toDataURL('image/png')
  link.click()
}
