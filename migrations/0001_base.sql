-- Extensions, H3 arithmetic, revisions: what every later table leans on.

CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS ltree;

-- The H3 ancestor of a cell at a coarser resolution. The index keeps its resolution in bits 52 to 55
-- and one 3-bit digit per level below; a digit that is not used holds 7.
CREATE FUNCTION h3_parent(cell bigint, resolution integer) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT (cell & ~(15::bigint << 52))
       | (resolution::bigint << 52)
       | ((1::bigint << (3 * (15 - resolution))) - 1)
$$;

CREATE FUNCTION h3_resolution(cell bigint) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT ((cell >> 52) & 15)::integer
$$;

-- One row a layer. Its lock serialises the writers of a layer, so revisions are in commit order
-- and the rollups below never deadlock.
CREATE TABLE layer_revision (
  layer text PRIMARY KEY,
  revision bigint NOT NULL DEFAULT 0,
  changed_at timestamptz NOT NULL DEFAULT now()
);

-- Trigger (BEFORE, per statement): bump the revision of the layers named in its arguments and announce it.
CREATE FUNCTION bump_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bumped record;
BEGIN
  FOR i IN 0 .. TG_NARGS - 1 LOOP
    INSERT INTO layer_revision AS r (layer, revision, changed_at)
    VALUES (TG_ARGV[i], 1, clock_timestamp())
    ON CONFLICT (layer) DO UPDATE SET revision = r.revision + 1, changed_at = clock_timestamp()
    RETURNING r.layer, r.revision, r.changed_at INTO bumped;
    PERFORM pg_notify('layer_revision',
      json_build_object('layer', bumped.layer, 'revision', bumped.revision, 'at', bumped.changed_at)::text);
  END LOOP;
  RETURN NULL;
END $$;

-- Create the bump trigger on a table. One place, so that no table forgets an operation.
CREATE FUNCTION announce_changes(target regclass, VARIADIC layers text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  arguments text := (SELECT string_agg(quote_literal(l), ', ') FROM unnest(layers) l);
BEGIN
  EXECUTE format(
    'CREATE TRIGGER a_bump_revision BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s
     FOR EACH STATEMENT EXECUTE FUNCTION bump_revision(%s)', target, arguments);
END $$;

-- Facts about this installation: the city's name, time zone, extent, first view.
CREATE TABLE setting (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
