-- What the desk asks all day.
CREATE INDEX incident_handled ON incident (received_at) WHERE status = 'handled';
CREATE INDEX incident_merged ON incident (merged_into_id) WHERE merged_into_id IS NOT NULL;
-- Deliveries that wait for the one before them, and those that are stuck.
CREATE INDEX outbox_undelivered ON outbox (handover_id, id) WHERE delivered_at IS NULL;
ALTER TABLE outbox ADD COLUMN cancelled_at timestamptz;  -- somebody decided that it need not be sent
