import { fontStack } from '../theme/tokens.ts'

/** For `text-font`. MapLibre draws every character from these, because the style has no glyph address. */
export const textFont: string[] = [...fontStack]
