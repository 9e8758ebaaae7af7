import type { Role } from '../../../layers/access.ts'

/** As the server decides; it has the last word. */
const readers: readonly Role[] = ['chief', 'analyst', 'community_officer']

export const mayReadDaily = (mine: readonly Role[]): boolean => mine.some(role => readers.includes(role))
