/** A unit's turn at a post, as `GET /api/deployment/duty` tells it. Instants are ISO text. */
export interface DutyPost {
  id: number, plan_id: number, plan: string, day: string, shift: string | null, force: string
  site: string, name: string, unit_id: number | null, callsign: string | null
  from: string, to: string, longitude: number, latitude: number
}

export interface PatrolStop { id: string, name: string, longitude: number, latitude: number, weight: number }
export interface PatrolVisit { stop: string, arrive: string, leave: string }

export interface PatrolTour {
  unit_id: number, callsign: string, from: string, to: string
  start: { longitude: number, latitude: number, name: string }
  visits: PatrolVisit[]
  meal: { from: string, to: string } | null
}

/** What the phone needs of `GET /api/deployment/patrols`. */
export interface PatrolPlan {
  id: number, name: string, day: string, shift: string
  status: 'draft' | 'published' | 'withdrawn'
  stops: PatrolStop[]
  tours: PatrolTour[]
}
