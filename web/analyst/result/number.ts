/** A number with so many decimals, thousands apart; large ones without decimals. The same in both languages. */
export function numberLabel(value: number, decimals: number): string {
  const digits = Math.abs(value) >= 1000 ? 0 : decimals
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: Number.isInteger(value) && digits < 3 ? 0 : digits })
}

/** A share as per cent: 0.4 of less than ten, whole above. @param share  0 to 1 */
export const shareText = (share: number): string => `${(share * 100).toLocaleString('en-GB', { maximumFractionDigits: share < 0.1 ? 1 : 0 })}%`
