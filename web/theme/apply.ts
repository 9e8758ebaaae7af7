import { tokens, type Theme } from './tokens.ts'

/**
 * Put a theme's colours on the document as custom properties (`--panel`, `--act-now`, …).
 * Set through the CSSOM, so a strict style policy allows it.
 */
export function applyTheme(theme: Theme, root: HTMLElement = document.documentElement): void {
  for (const [name, colour] of Object.entries(tokens[theme])) root.style.setProperty(`--${name}`, colour)
  root.classList.toggle('dark', theme === 'dark')
  root.classList.toggle('light', theme === 'light')
  root.style.colorScheme = theme
}
