import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import type { Plugin, Rolldown } from 'vite'
import { defineConfig } from 'vitest/config'
import { leanSvelte } from './plugins/leanSvelte.ts'
import { stylesOnce } from './plugins/stylesOnce.ts'

const repository = fileURLToPath(new URL('..', import.meta.url))

/**
 * Draws Lucide's icons when the window is built. Its own component puts each icon together from data
 * when it is shown: a dozen of them were a third of what the first screen has to compute. An icon takes
 * no properties and says nothing: the words are beside it, or in the name of its button. It is as large
 * as text of 16 px unless what it stands in says otherwise.
 */
function drawnIcons(): Plugin {
  return {
    name: 'drawn-icons',
    enforce: 'pre',
    transform: {
      filter: { id: /@lucide\/svelte\/dist\/icons\/[\w-]+\.svelte$/ },
      handler(source, id) {
        const data = /const iconData = (\{.*\});/.exec(source)?.[1]
        if (!data) this.error('An icon has another form than it had.')
        const { node } = JSON.parse(data) as { node: [string, Record<string, string>][] }
        const shapes = node.map(([tag, given]) => {
          const attributes = Object.entries(given).map(([name, value]) => ` ${name}="${value}"`)
          return `<${tag}${attributes.join('')} />`
        })
        const onward = id.endsWith('-right.svelte') ? ' class="onward"' : ''
        return {
          code: `<svg${onward} width="1rem" height="1rem" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapes.join('')}</svg>`,
          map: null,
        }
      },
    },
  }
}

/**
 * Lays what was built into the folder that Go embeds, scripts and style sheets packed: app/packed.go
 * unpacks them. It does nothing for a build that goes elsewhere than dist.
 */
function packedForGo(): Plugin {
  const folder = fileURLToPath(new URL('packed', import.meta.url))
  return {
    name: 'packed-for-go',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      if (dir !== fileURLToPath(new URL('dist', import.meta.url))) return
      rmSync(join(folder, 'assets'), { recursive: true, force: true })
      mkdirSync(join(folder, 'assets'))
      for (const name of Object.keys(bundle)) {
        if (/\.(js|css)$/.test(name)) writeFileSync(join(folder, `${name}.gz`), gzipSync(readFileSync(join(dir, name)), { level: 9 }))
        else copyFileSync(join(dir, name), join(folder, name))
      }
    },
  }
}

/**
 * Two files. The first is what the page needs before its first paint: whatever its script imports at
 * once. Cut into what it shares with the places, it would be several, and each file is a question to
 * Go and back while the window is being made. The second is all the rest, which is read half a
 * second later: a file for each place and for what some of them share would be a tenth larger.
 */
const twoFiles = {
  name: (id: string, graph: Rolldown.ChunkingContext) => (atOnce(id, graph) ? 'page' : 'places'),
}

/** Whether the page's script imports a module at once, by way of others perhaps. */
function atOnce(id: string, graph: Rolldown.ChunkingContext, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false
  seen.add(id)
  const module = graph.getModuleInfo(id)
  return !!module && (module.isEntry || module.importers.some((importer) => atOnce(importer, graph, seen)))
}

export default defineConfig({
  plugins: [drawnIcons(), leanSvelte(), svelte(), stylesOnce(), svelteTesting(), packedForGo()],
  // The message catalogue lies beside the Go code that reads it too.
  server: { host: '127.0.0.1', fs: { allow: [repository] } },
  build: {
    // The engines that know light-dark(), so that no colour is rewritten for older ones.
    target: ['safari17.5', 'chrome123', 'edge123', 'firefox120'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // One letter beyond Latin, and WebKit keeps a whole script at two bytes a letter.
    rolldownOptions: { output: { charset: 'ascii', codeSplitting: { groups: [twoFiles] } } },
  },
  test: {
    environment: 'happy-dom',
    // The preview of a report is a page of its own, which no test here has to load.
    environmentOptions: {
      happyDOM: { settings: { navigation: { disableChildFrameNavigation: true } } },
    },
    // What a busy machine is slow at is no fault of what is tested.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ['src/**/*.test.ts', 'plugins/**/*.test.ts'],
    setupFiles: ['src/testing/setup.ts'],
  },
})
