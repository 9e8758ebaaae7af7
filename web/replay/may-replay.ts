import type { Role } from '../../layers/access.ts'

/** Roles that may see where units were; the server decides, this only says what to offer. */
const roles: readonly Role[] = ['dispatcher', 'chief', 'auditor']

export const mayReplay = (mine: readonly Role[]): boolean => mine.some(role => roles.includes(role))
