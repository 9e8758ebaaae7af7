import { api, unwrap } from '../api.ts'
import type { Copy } from './copy.ts'

/** What the result form needs without signal, and the city's time zone. @throws {ApiProblem} */
export async function readDictionary(): Promise<Pick<Copy, 'incidentTypes' | 'timeZone'>> {
  const [dictionaries, city] = await Promise.all([unwrap(api.GET('/api/dictionaries')), unwrap(api.GET('/api/city'))])
  return { incidentTypes: dictionaries.incident_type, timeZone: city.time_zone }
}
