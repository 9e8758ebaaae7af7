import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { transformWithOxc, type Plugin } from 'vite'

/** Part of what a bundler says of a file that it made. */
interface Made { type: string, fileName: string, facadeModuleId?: string | null, imports?: string[], dynamicImports?: string[], viteMetadata?: { importedCss: Set<string>, importedAssets: Set<string> } }

const screen = '/web/duty/DutyScreen.vue'
/** What lies in web/public and belongs to the phone view. */
const fixed = ['/icon.svg', '/duty.webmanifest', '/duty-192.png', '/duty-512.png']

/** Writes /duty-worker.js with the files that the phone view is made of; its version is their content. */
export function dutyWorker(): Plugin {
  return {
    name: 'duty-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = [...filesOf(bundle as unknown as Record<string, Made>), ...fixed].toSorted()
        const source = readFileSync(new URL('./service-worker.ts', import.meta.url), 'utf8')
        const page = bundle['index.html'] as { source?: string | Uint8Array } | undefined
        if (!page?.source) throw new Error('the build has no index.html to keep')
        const hash = createHash('sha256').update(files.join('\n')).update(source).update(page.source)
        for (const file of fixed) hash.update(readFileSync(new URL(`../public${file}`, import.meta.url)))
        const version = hash.digest('hex').slice(0, 12)
        const head = `const files = ${JSON.stringify(files)}\nconst version = ${JSON.stringify(version)}\n`
        this.emitFile({ type: 'asset', fileName: 'duty-worker.js', source: head + (await transformWithOxc(source, 'service-worker.ts')).code })
      },
    },
  }
}

/**
 * All that opening the page and using the phone view can ask for: what the page's entry needs at once, and what the phone view's
 * screen needs at once or later. Other screens, which the entry would load later, are left out.
 */
function filesOf(bundle: Record<string, Made>): Set<string> {
  const made = Object.values(bundle)
  const entry = made.find(({ type, facadeModuleId }) => type === 'chunk' && facadeModuleId?.endsWith('/web/index.html'))
  const duty = made.find(({ facadeModuleId }) => facadeModuleId?.endsWith(screen))
  if (!entry || !duty) throw new Error(`the build has no chunk of its own for ${entry ? screen : 'index.html'}`)
  const found = new Set<string>()
  const add = ({ fileName, imports = [], dynamicImports = [], viteMetadata }: Made, lazily: boolean) => {
    const path = `/${fileName}`
    if (found.has(path)) return
    found.add(path)
    for (const file of [...viteMetadata?.importedCss ?? [], ...viteMetadata?.importedAssets ?? []]) found.add(`/${file}`)
    for (const name of [...imports, ...lazily ? dynamicImports : []]) if (bundle[name]) add(bundle[name], lazily && name !== entry.fileName)
  }
  add(entry, false)
  add(duty, true)
  return found
}
