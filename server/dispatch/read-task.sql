-- One row: the incident that a unit is sent to, with every unit on it, as the unit's crew sees it.
SELECT i.id, i.number, i.code, i.grade, i.status, i.channel, i.received_at, i.station_id, i.address_id, i.merged_into_id, i.version,
       coalesce((SELECT max((t->>'at')::timestamptz) FROM jsonb_array_elements(i.timeline) t WHERE t->>'status' = i.status), i.received_at) AS status_since,
       ST_X(i.geom) AS longitude, ST_Y(i.geom) AS latitude, i.location_text, i.summary,
       json_build_object('id', a.id, 'assigned_at', a.assigned_at, 'accepted_at', a.accepted_at, 'arrived_at', a.arrived_at, 'expected_seconds', a.expected_seconds) AS assignment,
       (SELECT json_agg(json_build_object('unit_id', u.id, 'callsign', u.callsign, 'kind', u.kind, 'meaning', s.meaning, 'assignment_id', o.id, 'assigned_at', o.assigned_at,
                                          'accepted_at', o.accepted_at, 'arrived_at', o.arrived_at, 'expected_seconds', o.expected_seconds) ORDER BY o.assigned_at, o.id)
        FROM assignment o JOIN unit u ON u.id = o.unit_id JOIN unit_status s ON s.code = u.status
        WHERE o.incident_id = i.id AND o.ended_at IS NULL) AS units,
       (SELECT json_build_object('department', d.name, 'state', h.state, 'due_at', h.due_at)
        FROM handover h JOIN department d ON d.id = h.department_id WHERE h.incident_id = i.id AND h.ended_at IS NULL) AS handover
FROM assignment a JOIN incident i ON i.id = a.incident_id AND i.received_at = a.received_at
WHERE a.unit_id = $1 AND a.ended_at IS NULL
