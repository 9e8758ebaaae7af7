/** Something that belongs to a person and must not be written into an incident. */
export type Personal = 'identity' | 'phone'

/**
 * What of a text looks like an identity number (18 digits, the last may be X) or a mobile telephone's. Full-width digits and digits
 * parted by blanks or hyphens are read as well; longer numbers, such as an incident's own, are not meant.
 */
export function personalIn(text: string): Personal[] {
  const found = new Set<Personal>()
  const plain = text.normalize('NFKC')
  for (const version of [plain, plain.replace(/(?<=\d)[\s-]+(?=[\dXx])/g, '')]) {
    if (/(?<!\d)[1-9]\d{16}[\dXx](?!\d)/.test(version)) found.add('identity')
    if (/(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)/.test(version)) found.add('phone')
  }
  return [...found]
}
