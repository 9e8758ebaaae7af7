import { readAddressCode } from '../../../layers/address-code.ts'

/**
 * The address code in what a scanner typed or somebody pasted. A bare code must look like those of our own door plates:
 * other words in the same field are a search.
 *
 * @returns null where it is neither that nor a link that ends in `/a/{code}`
 */
export function addressCodeIn(text: string): string | null {
  const plain = text.trim()
  if (/^https?:/i.test(plain)) return readAddressCode(plain) ?? null
  return /^\d{4,12}D[0-9A-Z]{8}$/i.test(plain) ? plain.toUpperCase() : null
}
