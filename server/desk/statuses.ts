/** The course of an incident is shared with the client: the desk offers the steps that may follow, the server holds to them. */
export { followers, mayFollow, openStatuses, type IncidentStatus } from '../../layers/incident-course.ts'
