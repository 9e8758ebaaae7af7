import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'

/**
 * Debian packages that the product needs beyond npm. `found` says whether one is there, however it came.
 */
const packages = {
  'postgresql-15-postgis-3': () => postgresFolder() !== undefined && existsSync('/usr/share/postgresql/15/extension/postgis.control'),
  chromium: () => existsSync('/usr/bin/chromium'),
  'fonts-noto-cjk': () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  'postgresql-15-pgrouting': () => existsSync('/usr/share/postgresql/15/extension/pgrouting.control'),
  mosquitto: () => existsSync('/usr/sbin/mosquitto'),
  'redis-server': () => existsSync('/usr/bin/redis-server'),
  'glpk-utils': () => existsSync('/usr/bin/glpsol'),
  'coinor-cbc': () => existsSync('/usr/bin/cbc'),
  'gdal-bin': () => existsSync('/usr/bin/ogrinfo'),
  'r-cran-spdep': () => existsSync('/usr/lib/R/site-library/spdep'),
  'r-cran-spatstat': () => existsSync('/usr/lib/R/site-library/spatstat.explore'),
} satisfies Record<string, () => boolean>

export type DebianPackage = keyof typeof packages

/** The folder with initdb, pg_ctl and postgres, newest version first; undefined where there is none. */
export function postgresFolder(): string | undefined {
  const base = '/usr/lib/postgresql'
  if (!existsSync(base)) return undefined
  return readdirSync(base)
    .sort((a, b) => Number(b) - Number(a))
    .map(version => `${base}/${version}/bin`)
    .find(folder => existsSync(`${folder}/initdb`))
}

/**
 * Install missing Debian packages where we may (root with apt), otherwise end with one line that says what to install.
 *
 * @throws {Error} naming the command to run
 */
export function ensurePackages(...wanted: DebianPackage[]): void {
  const missing = wanted.filter(name => !packages[name]())
  if (missing.length === 0) return
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(`please install: ${command}`)
  console.log(`Installing ${missing.join(', ')} (once) …`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Debian's package would start a cluster of its own on 5432; ours is private.
  if (missing.includes('postgresql-15-postgis-3')) forbidDebianCluster(environment)
  for (const step of ['apt-get update -qq', `${command} -qq`]) {
    const { status, stderr, stdout } = spawnSync('sh', ['-c', step], { env: environment, encoding: 'utf8' })
    if (status !== 0) throw new Error(`"${step}" failed:\n${stdout.slice(-1000)}${stderr.slice(-2000)}`)
  }
  const still = missing.filter(name => !packages[name]())
  if (still.length > 0) throw new Error(`apt-get installed ${still.join(', ')}, but the files are not where they should be`)
}

function forbidDebianCluster(environment: NodeJS.ProcessEnv): void {
  const script = `mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf`
  spawnSync('sh', ['-c', script], { env: environment })
}
