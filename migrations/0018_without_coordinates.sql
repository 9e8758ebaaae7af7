-- An incident whose place nobody could find has neither point nor cell: it is counted wherever time or type is counted,
-- and mapped nowhere.
ALTER TABLE incident
  ALTER geom DROP NOT NULL,
  ALTER cell DROP NOT NULL,
  ADD CONSTRAINT incident_point_and_cell CHECK ((geom IS NULL) = (cell IS NULL));

-- In the rollups such incidents stand at cell 0, which is no H3 cell: sums over days have them, maps leave them out.
CREATE OR REPLACE FUNCTION incident_rollup_sql(changed text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format(
    'WITH delta AS MATERIALIZED (
       SELECT r.resolution::smallint AS resolution, k.category, c.local_day AS day, coalesce(h3_parent(c.cell, r.resolution), 0) AS cell,
              coalesce(c.station_id, 0) AS station_id, sum(c.sign)::integer AS n
       FROM (%s) c CROSS JOIN (VALUES (7), (9)) r(resolution) CROSS JOIN LATERAL (VALUES (''''), (left(c.code, 4))) k(category)
       GROUP BY 1, 2, 3, 4, 5 HAVING sum(c.sign) <> 0),
     days AS (
       INSERT INTO incident_day AS d (resolution, category, day, cell, station_id, n)
       SELECT resolution, category, day, cell, station_id, n FROM delta ORDER BY 1, 2, 3, 4, 5
       ON CONFLICT (resolution, category, day, cell, station_id) DO UPDATE SET n = d.n + excluded.n)
     INSERT INTO incident_month AS m (resolution, category, month, cell, station_id, n)
     SELECT resolution, category, date_trunc(''month'', day)::date, cell, station_id, sum(n) FROM delta
     GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0 ORDER BY 1, 2, 3, 4, 5
     ON CONFLICT (resolution, category, month, cell, station_id) DO UPDATE SET n = m.n + excluded.n', changed)
$$;

-- Days that aren't what their weekday says: statutory holidays, and weekends that are worked for them (调休).
CREATE TABLE holiday (
  day date PRIMARY KEY,
  name text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('holiday', 'workday'))
);

-- As the State Council published them: 国办发明电〔2023〕7号, 〔2024〕12号, 〔2025〕7号.
INSERT INTO holiday (day, name, name_en, kind)
SELECT d::date, name, name_en, 'holiday' FROM (VALUES
  ('2024-01-01', '2024-01-01', '元旦', 'New Year''s Day'),
  ('2024-02-10', '2024-02-17', '春节', 'Spring Festival'),
  ('2024-04-04', '2024-04-06', '清明节', 'Tomb-Sweeping Day'),
  ('2024-05-01', '2024-05-05', '劳动节', 'Labour Day'),
  ('2024-06-10', '2024-06-10', '端午节', 'Dragon Boat Festival'),
  ('2024-09-15', '2024-09-17', '中秋节', 'Mid-Autumn Festival'),
  ('2024-10-01', '2024-10-07', '国庆节', 'National Day'),
  ('2025-01-01', '2025-01-01', '元旦', 'New Year''s Day'),
  ('2025-01-28', '2025-02-04', '春节', 'Spring Festival'),
  ('2025-04-04', '2025-04-06', '清明节', 'Tomb-Sweeping Day'),
  ('2025-05-01', '2025-05-05', '劳动节', 'Labour Day'),
  ('2025-05-31', '2025-06-02', '端午节', 'Dragon Boat Festival'),
  ('2025-10-01', '2025-10-08', '国庆节、中秋节', 'National Day and Mid-Autumn Festival'),
  ('2026-01-01', '2026-01-03', '元旦', 'New Year''s Day'),
  ('2026-02-15', '2026-02-23', '春节', 'Spring Festival'),
  ('2026-04-04', '2026-04-06', '清明节', 'Tomb-Sweeping Day'),
  ('2026-05-01', '2026-05-05', '劳动节', 'Labour Day'),
  ('2026-06-19', '2026-06-21', '端午节', 'Dragon Boat Festival'),
  ('2026-09-25', '2026-09-27', '中秋节', 'Mid-Autumn Festival'),
  ('2026-10-01', '2026-10-07', '国庆节', 'National Day')) spans (first, last, name, name_en),
  generate_series(first::timestamp, last::timestamp, interval '1 day') d;
INSERT INTO holiday (day, name, name_en, kind) VALUES
  ('2024-02-04', '春节调休', 'Make-up workday, Spring Festival', 'workday'),
  ('2024-02-18', '春节调休', 'Make-up workday, Spring Festival', 'workday'),
  ('2024-04-07', '清明节调休', 'Make-up workday, Tomb-Sweeping Day', 'workday'),
  ('2024-04-28', '劳动节调休', 'Make-up workday, Labour Day', 'workday'),
  ('2024-05-11', '劳动节调休', 'Make-up workday, Labour Day', 'workday'),
  ('2024-09-14', '中秋节调休', 'Make-up workday, Mid-Autumn Festival', 'workday'),
  ('2024-09-29', '国庆节调休', 'Make-up workday, National Day', 'workday'),
  ('2024-10-12', '国庆节调休', 'Make-up workday, National Day', 'workday'),
  ('2025-01-26', '春节调休', 'Make-up workday, Spring Festival', 'workday'),
  ('2025-02-08', '春节调休', 'Make-up workday, Spring Festival', 'workday'),
  ('2025-04-27', '劳动节调休', 'Make-up workday, Labour Day', 'workday'),
  ('2025-09-28', '国庆节调休', 'Make-up workday, National Day', 'workday'),
  ('2025-10-11', '国庆节调休', 'Make-up workday, National Day', 'workday'),
  ('2026-01-04', '元旦调休', 'Make-up workday, New Year''s Day', 'workday'),
  ('2026-02-14', '春节调休', 'Make-up workday, Spring Festival', 'workday'),
  ('2026-02-28', '春节调休', 'Make-up workday, Spring Festival', 'workday'),
  ('2026-05-09', '劳动节调休', 'Make-up workday, Labour Day', 'workday'),
  ('2026-09-20', '国庆节调休', 'Make-up workday, National Day', 'workday'),
  ('2026-10-10', '国庆节调休', 'Make-up workday, National Day', 'workday');

-- Shifts by hours of the local day.
INSERT INTO setting (key, value) VALUES ('shifts', '[
  {"id": "night", "label": {"zh": "夜班", "en": "Night shift"}, "hours": [0, 1, 2, 3, 4, 5, 6, 7]},
  {"id": "morning", "label": {"zh": "早班", "en": "Morning shift"}, "hours": [8, 9, 10, 11, 12, 13, 14, 15]},
  {"id": "evening", "label": {"zh": "中班", "en": "Evening shift"}, "hours": [16, 17, 18, 19, 20, 21, 22, 23]}]');
