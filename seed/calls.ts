/** What a dispute may refer to: an incident of quarrelling at an address. */
export interface Call { incidentId: number, code: string, siteIndex: number, receivedAt: number }
