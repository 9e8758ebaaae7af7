-- What a unit can do: codes that units carry, labels that the city may change.
CREATE TABLE capability (
  code text PRIMARY KEY CHECK (code ~ '^[a-z][a-z_]*$'),
  name text NOT NULL,
  name_en text NOT NULL,
  sort smallint NOT NULL DEFAULT 0
);
INSERT INTO capability (code, name, name_en, sort) VALUES
  ('first_aid', '急救', 'First aid', 1),
  ('riot_gear', '防暴装备', 'Riot gear', 2),
  ('breath_test', '酒精检测', 'Breath test', 3),
  ('breaching', '破拆', 'Breaching', 4),
  ('negotiator', '谈判', 'Negotiator', 5),
  ('aerial_view', '航拍', 'Aerial view', 6),
  ('thermal_camera', '热成像', 'Thermal camera', 7),
  ('loudspeaker', '喊话', 'Loudspeaker', 8),
  ('aed', 'AED', 'AED', 9),
  ('firearm', '武器', 'Firearm', 10);
SELECT announce_changes('capability', 'units');

-- Which incidents ask for what: the longest prefix that fits counts. `needed`: a unit without it isn't proposed;
-- `wanted`: it costs a unit some seconds of its score. The rest of the settings are as server/dispatch says.
INSERT INTO setting (key, value) VALUES ('dispatch', '{"capabilities": [
  {"prefix": "0105", "needed": [], "wanted": ["riot_gear", "first_aid"]},
  {"prefix": "0201", "needed": [], "wanted": ["riot_gear"]},
  {"prefix": "030102", "needed": [], "wanted": ["first_aid", "breath_test"]},
  {"prefix": "030202", "needed": ["breath_test"], "wanted": []},
  {"prefix": "0401", "needed": [], "wanted": ["negotiator"]},
  {"prefix": "0501", "needed": [], "wanted": ["aerial_view", "loudspeaker"]},
  {"prefix": "050201", "needed": [], "wanted": ["breaching"]},
  {"prefix": "050202", "needed": [], "wanted": ["negotiator"]},
  {"prefix": "050203", "needed": [], "wanted": ["first_aid", "aed"]}
]}') ON CONFLICT (key) DO NOTHING;

-- What a unit and its incident were before it was sent: so that sending can be undone.
ALTER TABLE assignment ADD COLUMN before jsonb NOT NULL DEFAULT '{}';

-- What was answered to a request that names a key: a client that repeats itself gets the same answer and nothing happens twice.
CREATE TABLE answered_request (
  account_id integer NOT NULL,
  key text NOT NULL,
  what text NOT NULL,
  answer jsonb,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, key)
);
CREATE INDEX ON answered_request (at);

-- A crew's first look at the restricted part of its task; each is in the audit log once.
CREATE TABLE task_read (
  assignment_id bigint NOT NULL REFERENCES assignment ON DELETE CASCADE,
  account_id integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (assignment_id, account_id)
);
