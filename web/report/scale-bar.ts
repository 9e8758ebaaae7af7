import type { Language } from '../i18n.ts'
import { lengthText } from '../draw/measure.ts'

/** The longest bar in CSS pixels. */
const longest = 110

/** A bar of a round length: 1, 2 or 5 times a power of ten, in metres. */
export function scaleBar(metresPerPixel: number, language: Language): { pixels: number, text: string } {
  const most = longest * metresPerPixel, power = 10 ** Math.floor(Math.log10(most))
  const metres = [5, 2, 1].map(step => step * power).find(each => each <= most)!
  return { pixels: metres / metresPerPixel, text: lengthText(metres, language).replace('.00', '') }
}
