import { relative } from 'node:path'
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte'

// The class that keeps a component's styles to itself stands on most of its elements. Svelte's own
// are twice as long, which is a hundredth of all scripts. They follow from the file's name, so that
// every build has the same, and no two components may share one.
const owners = new Map()

/** @type {import('svelte/compiler').CompileOptions['cssHash']} */
function cssHash({ hash, filename }) {
  const file = relative(import.meta.dirname, filename)
  const name = `s${hash(file).slice(0, 4)}`
  const owner = owners.get(name) ?? file
  if (owner !== file) throw new Error(`${file} and ${owner} have the same class ${name}: rename one.`)
  owners.set(name, file)
  return name
}

// Every component is one of runes, also those that hold no state: for a single one of the older form
// the script would bring all that Svelte keeps for it.
export default { preprocess: vitePreprocess(), compilerOptions: { cssHash, runes: true } }
