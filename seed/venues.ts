import type { Site } from './fabric/sites.ts'

/** A place as later layers see it: incidents happen there. */
export interface Venue { id: number, category: string, name: string, site: Site }
