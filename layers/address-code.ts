/**
 * The address code in what a QR code on a door plate holds: the bare code, or an URL that ends in /a/{code}.
 *
 * @returns undefined where it holds neither: another kind of QR code
 */
export function readAddressCode(scanned: string): string | undefined {
  const text = scanned.trim()
  const inUrl = /^https?:\/\/[^/]+\/(?:.*\/)?a\/([^/?#]+)\/?(?:[?#].*)?$/i.exec(text)?.[1]
  if (inUrl !== undefined) return decodeText(inUrl)
  return /^[\w-]{2,200}$/.test(text) ? text : undefined
}

function decodeText(text: string): string | undefined {
  try { return decodeURIComponent(text) } catch { return undefined }
}
