/** Longitude and latitude of an incident; null for one without coordinates. */
export const pointOf = ({ longitude, latitude }: { longitude: number | null, latitude: number | null }): [longitude: number, latitude: number] | null =>
  longitude === null || latitude === null ? null : [longitude, latitude]
