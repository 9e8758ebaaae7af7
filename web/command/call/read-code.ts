/**
 * The address code in what a scanner typed or somebody pasted: the bare code, or a link that ends in `/a/{code}`.
 *
 * @returns null where it is neither
 */
export function addressCodeIn(text: string): string | null {
  const plain = text.trim()
  const linked = /^https?:\/\/[^\s/]+(?:\/[^\s?#]*)?\/a\/([^\s/?#]{4,40})\/?(?:[?#]\S*)?$/i.exec(plain)?.[1]
  if (linked) return decode(linked)
  return /^\d{4,12}D[0-9A-Z]{8}$/i.test(plain) ? plain.toUpperCase() : null
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
