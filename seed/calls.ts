/** What a dispute may refer to: an incident of quarrelling at an address. */
export interface Call { incidentId: number, siteIndex: number, receivedAt: number }
